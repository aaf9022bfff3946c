package org.foramen.benchmarks.notifier;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.foramen.benchmarks.instrument.House;
import org.foramen.benchmarks.instrument.House.Server;
import org.foramen.benchmarks.instrument.Inquiries;
import org.foramen.benchmarks.instrument.Rounds.Contender;
import org.foramen.benchmarks.notifier.peers.BareLoop;
import org.foramen.benchmarks.notifier.peers.CamelRoute;
import org.foramen.stack.mail.ScriptedSmtpServer;

/** Other ways from a topic to a mail server. */
record Peers(House house, ScriptedSmtpServer sink, Inquiries inquiries, List<Server> servers) {

    static final String LOOP = "bare loop";
    static final int CONNECTIONS = 8;

    private static final String SOURCE = "smtp-source";

    /** The Camel routes get so many times fewer inquiries in a round, for each takes so much longer. */
    private static final int CAMEL_TAKES_LONGER = 8;

    static void makeTopics(House house, int partitions) throws ExecutionException, InterruptedException {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", house.broker().address()))) {
            List<NewTopic> topics = List.of("loop", "camel-plain", "camel-pool", "camel-tuned").stream()
                    .map(name -> new NewTopic(name, partitions, (short) 1))
                    .toList();
            admin.createTopics(topics).all().get();
        }
    }

    void addLoop(Map<String, Contender> contenders, int count) {
        Server loop = loop(Map.of(), CONNECTIONS);
        contenders.put(LOOP, () -> new MailedTopic(house, sink).mail(loop.process(), inquiries.plain(count, "loop")));
    }

    Server loop(Map<String, String> settings, int connections) {
        return kept(house.peer(
                BareLoop.class,
                settings,
                house.broker().address(),
                String.valueOf(sink.port()),
                house.folder().toString(),
                String.valueOf(connections)));
    }

    void addOthers(Map<String, Contender> contenders, int count) {
        if (SmtpSource.isInstalled()) {
            contenders.put(SOURCE, () -> new SmtpSource(house, sink, CONNECTIONS).mail(count));
        }
        int fewer = Math.max(1, count / CAMEL_TAKES_LONGER);
        addCamel(contenders, fewer, "Camel", "plain");
        addCamel(contenders, fewer, "Camel, pool", "pool");
        addCamel(contenders, fewer, "Camel, pool, tuned", "tuned");
    }

    private void addCamel(Map<String, Contender> contenders, int count, String name, String way) {
        Server camel = kept(house.peer(
                CamelRoute.class,
                Map.of(),
                "camel-" + way,
                house.broker().address(),
                String.valueOf(sink.port()),
                house.folder().toString(),
                String.valueOf(CONNECTIONS),
                way));
        contenders.put(
                name, () -> new MailedTopic(house, sink).mail(camel.process(), inquiries.plain(count, "camel-" + way)));
    }

    private Server kept(Server server) {
        servers.add(server);
        return server;
    }
}
