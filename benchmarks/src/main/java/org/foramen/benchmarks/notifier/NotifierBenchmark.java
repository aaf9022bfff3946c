package org.foramen.benchmarks.notifier;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.foramen.benchmarks.instrument.House;
import org.foramen.benchmarks.instrument.House.Server;
import org.foramen.benchmarks.instrument.Inquiries;
import org.foramen.benchmarks.instrument.Ledger;
import org.foramen.benchmarks.instrument.MailSink;
import org.foramen.benchmarks.instrument.Plot;
import org.foramen.benchmarks.instrument.Results;
import org.foramen.benchmarks.instrument.Rounds;
import org.foramen.benchmarks.instrument.Rounds.Contender;
import org.foramen.benchmarks.instrument.Target;
import org.foramen.benchmarks.instrument.WarmUp;
import org.foramen.stack.mail.Answer;
import org.foramen.stack.mail.ScriptedSmtpServer;

/** Mails a second from a filled topic and what each costs, beside other ways from a topic to a mail server. */
public final class NotifierBenchmark {

    private static final String OURS = "notifier";
    private static final int PARTITIONS = 16;

    /** So many that the beginning and the end of a round, when not all are busy, weigh little. */
    private static final int MAILS_OF_A_SLOW_CONNECTION = 150;

    private final Size size;
    private final House house;
    private final Ledger ledger;
    private final Inquiries inquiries = new Inquiries();

    private NotifierBenchmark(Size size, House house, Ledger ledger) {
        this.size = size;
        this.house = house;
        this.ledger = ledger;
    }

    public static void run(Size size) throws IOException, ExecutionException, InterruptedException {
        try (House house = new House("notifier");
                Ledger ledger = Ledger.chosen(house.folder())) {
            new NotifierBenchmark(size, house, ledger).run();
        }
    }

    public static void runOnPostgres(Size size) throws IOException, ExecutionException, InterruptedException {
        try (House house = new House("notifier-postgres");
                Ledger ledger = Ledger.postgres(house.folder())) {
            new NotifierBenchmark(size, house, ledger).run();
        }
    }

    private void run() throws IOException, ExecutionException, InterruptedException {
        int bytes = SameMails.writeInto(house.folder());
        Peers.makeTopics(house, PARTITIONS);
        for (int connections : size.connections()) {
            measure(connections, bytes);
        }
    }

    /** The mail server answers at once first, so that the notifier is warm when it takes its time. */
    private void measure(int connections, int bytes) {
        List<Server> servers = new ArrayList<>();
        try (ScriptedSmtpServer sink = MailSink.start()) {
            String topic = "inquiries-" + connections;
            Server notifier = house.notifier(topic, sink.port(), settings(topic, connections));
            servers.add(notifier);
            for (int millis : size.delays()) {
                Duration delay = Duration.ofMillis(millis);
                sink.onMail(mail -> new Answer.Yes(delay));
                int count = delay.isZero() ? size.inquiries() : connections * MAILS_OF_A_SLOW_CONNECTION / 2;
                Map<String, Contender> contenders = new LinkedHashMap<>();
                contenders.put(OURS, () -> new MailedTopic(house, sink)
                        .mail(notifier.process(), inquiries.sealed(count, topic, house.sealer())));
                if (delay.isZero() && connections == Peers.CONNECTIONS) {
                    Peers peers = new Peers(house, sink, inquiries, servers);
                    peers.addLoop(contenders, count);
                    if (size.allPeers()) {
                        peers.addOthers(contenders, count);
                    }
                }
                if (delay.isZero()) {
                    contenders.values().forEach(this::warmUp);
                }
                report(
                        Rounds.of(1, size.rounds(), contenders),
                        delay,
                        connections,
                        "Medians of %d rounds after %s, both mails of an inquiry together %,d bytes; ledger: %s."
                                .formatted(size.rounds(), size.warmUp(), bytes, ledger.name()));
            }
        } finally {
            servers.forEach(Server::close);
        }
    }

    private void warmUp(Contender contender) {
        size.warmUp().with(() -> contender.measure().getOrDefault(MailedTopic.MAILS, 0.0));
    }

    private Map<String, String> settings(String topic, int connections) {
        Map<String, String> settings = new TreeMap<>(ledger.settings(topic));
        settings.put("FORAMEN_TOPIC_NAME", topic);
        settings.put("FORAMEN_TOPIC_PARTITIONS", String.valueOf(PARTITIONS));
        settings.put("FORAMEN_SMTP_CONNECTIONS", String.valueOf(Math.max(1, connections / 2)));
        return settings;
    }

    private void report(Rounds rounds, Duration delay, int connections, String settings) {
        String name = "notifier" + (ledger.isPostgres() ? ".postgres." : ".") + delay.toMillis() + "." + connections;
        Results.raw(name + ".csv", rounds.csv());
        Results.table(
                name,
                rounds.table("%d connections, %d ms of server delay".formatted(connections, delay.toMillis())),
                settings);
        if (delay.isZero() && connections == Peers.CONNECTIONS) {
            Target target = ledger.isPostgres() ? Target.NOTIFIER_POSTGRES : Target.NOTIFIER_H2;
            target.measured(rounds.ratio(OURS, Peers.LOOP, MailedTopic.RATE));
            if (!ledger.isPostgres()) { // whose own processor time would not be in it
                Target.NOTIFIER_CPU.measured(rounds.ratio(OURS, Peers.LOOP, MailedTopic.CPU));
            }
            Results.picture(
                    "notifier-cpu", Plot.bars("Processor time for a mail, ms", rounds.medians(MailedTopic.CPU)));
        }
    }

    /**
     * How much is measured.
     *
     * @param inquiries in the topic in each round, two mails each, where the server does not take its time
     * @param warmUp in mails, before the rounds in which the server does not take its time
     * @param connections to the mail server, half of them for each audience, one at least
     * @param delays of the mail server after a mail's final dot, in milliseconds; 0 first
     * @param allPeers whether Camel and postfix's generator are measured beside the bare loop
     */
    public record Size(
            int inquiries,
            WarmUp warmUp,
            int rounds,
            List<Integer> connections,
            List<Integer> delays,
            boolean allPeers) {}
}
