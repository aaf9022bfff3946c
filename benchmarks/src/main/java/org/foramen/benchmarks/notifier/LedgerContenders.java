package org.foramen.benchmarks.notifier;

import java.io.IOException;
import java.sql.SQLException;
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
import org.foramen.benchmarks.instrument.Rounds.Contender;
import org.foramen.benchmarks.notifier.peers.DbSchedulerWorker;
import org.foramen.stack.mail.ScriptedSmtpServer;

/** Those who work off a ledger, each with a PostgreSQL of its own; started one by one, and ended together. */
final class LedgerContenders implements AutoCloseable {

    private static final int PARTITIONS = 16;

    private final House house = new House("ledgers");
    private final ScriptedSmtpServer sink = MailSink.start();
    private final Inquiries inquiries = new Inquiries();
    private final List<Server> servers = new ArrayList<>();
    private final List<Ledger> ledgers = new ArrayList<>();
    private final List<MailTasks> tasks = new ArrayList<>();
    private final Map<String, Contender> all = new LinkedHashMap<>();
    private final int count;

    /** @param count inquiries in each round, two mails each */
    LedgerContenders(int count) throws IOException, ExecutionException, InterruptedException {
        this.count = count;
        SameMails.writeInto(house.folder());
        Peers.makeTopics(house, PARTITIONS);
    }

    Map<String, Contender> all() {
        return all;
    }

    /** @param changes to the settings of its PostgreSQL */
    void addNotifier(String name, Map<String, String> changes) throws IOException {
        String topic = plain(name);
        Ledger ledger = ledger(topic, changes);
        Map<String, String> settings = new TreeMap<>(ledger.settings("notifier"));
        settings.put("FORAMEN_TOPIC_NAME", topic);
        settings.put("FORAMEN_TOPIC_PARTITIONS", String.valueOf(PARTITIONS));
        settings.put("FORAMEN_SMTP_CONNECTIONS", String.valueOf(Peers.CONNECTIONS / 2));
        Server notifier = house.notifier(topic, sink.port(), settings);
        servers.add(notifier);
        Contender contender = () ->
                new MailedTopic(house, sink).mail(notifier.process(), inquiries.sealed(count, topic, house.sealer()));
        all.put(name, new OnPostgres(contender, ledger));
    }

    /**
     * @param way in which db-scheduler polls, as {@link DbSchedulerWorker} is told
     * @param changes to the settings of its PostgreSQL
     */
    void addScheduler(String name, String way, Map<String, String> changes) throws IOException, SQLException {
        Ledger ledger = ledger(plain(name), changes);
        String address = ledger.settings("tasks").getOrDefault("SPRING_DATASOURCE_URL", "");
        MailTasks mails = MailTasks.in(address);
        tasks.add(mails);
        Server worker = house.peer(
                DbSchedulerWorker.class,
                Map.of(),
                address,
                String.valueOf(sink.port()),
                house.folder().toString(),
                String.valueOf(Peers.CONNECTIONS),
                way);
        servers.add(worker);
        Contender contender =
                () -> new MailedTopic(house, sink).mail(worker.process(), 2 * count, () -> mails.put(count));
        all.put(name, new OnPostgres(contender, ledger));
    }

    void addLoop() {
        new Peers(house, sink, inquiries, servers).addLoop(all, count);
        all.computeIfPresent(Peers.LOOP, (name, loop) -> OnPostgres.none(loop));
    }

    /** As a topic and a folder may be called. */
    private static String plain(String name) {
        return name.replaceAll("\\W+", "-");
    }

    private Ledger ledger(String name, Map<String, String> changes) throws IOException {
        Ledger ledger = Ledger.postgres(house.folder().resolve("of-" + name), changes);
        ledgers.add(ledger);
        return ledger;
    }

    @Override
    public void close() throws IOException {
        servers.forEach(Server::close);
        tasks.forEach(MailTasks::close);
        for (Ledger ledger : ledgers) {
            ledger.close();
        }
        sink.close();
        house.close();
    }
}
