package org.foramen.benchmarks.notifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.foramen.benchmarks.instrument.Child;
import org.foramen.benchmarks.instrument.Figure;
import org.foramen.benchmarks.instrument.House;
import org.foramen.benchmarks.instrument.House.Server;
import org.foramen.benchmarks.instrument.Inquiries;
import org.foramen.benchmarks.instrument.Ledger;
import org.foramen.benchmarks.instrument.MailSink;
import org.foramen.benchmarks.instrument.Plot;
import org.foramen.benchmarks.instrument.Results;
import org.foramen.benchmarks.instrument.Rounds;
import org.foramen.benchmarks.instrument.Rounds.Contender;
import org.foramen.benchmarks.instrument.WarmUp;
import org.foramen.benchmarks.notifier.peers.BareLoop;
import org.foramen.benchmarks.notifier.peers.CamelRoute;
import org.foramen.stack.mail.Answer;
import org.foramen.stack.mail.ScriptedSmtpServer;
import org.foramen.stack.process.Pause;

/** Mails a second from a filled topic and what each costs, beside other ways from a topic to a mail server. */
public final class NotifierBenchmark {

    private static final String RATE = "mails/s";
    private static final String MAILS = "mails";
    private static final String CPU = "CPU ms each";
    private static final String OURS = "notifier";
    private static final String SOURCE = "smtp-source";
    private static final String LOOP = "bare loop";
    private static final String CAMEL = "Camel";
    private static final String CAMEL_POOL = "Camel, pool";
    private static final String CAMEL_TUNED = "Camel, pool, tuned";
    private static final int PARTITIONS = 16;
    private static final int PEERS_CONNECTIONS = 8;

    /** The Camel routes get so many times fewer inquiries in a round, for each takes so much longer. */
    private static final int CAMEL_TAKES_LONGER = 8;

    /** So many that the beginning and the end of a round, when not all are busy, weigh little. */
    private static final int MAILS_OF_A_SLOW_CONNECTION = 150;

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Path SMTP_SOURCE = Path.of("/usr/sbin/smtp-source");

    private final Size size;
    private final House house;
    private final Ledger ledger;
    private final Inquiries inquiries = new Inquiries();
    private final Map<Integer, Double> secondsAMailTakes = new TreeMap<>();

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

    private void run() throws IOException, ExecutionException, InterruptedException {
        int bytes = SameMails.writeInto(house.folder());
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", house.broker().address()))) {
            List<NewTopic> topics = List.of("loop", "camel-plain", "camel-pool", "camel-tuned").stream()
                    .map(name -> new NewTopic(name, PARTITIONS, (short) 1))
                    .toList();
            admin.createTopics(topics).all().get();
        }
        for (int connections : size.connections()) {
            measure(connections, bytes);
        }
    }

    /** The mail server answers at once first, so that the notifier is warm when it takes its time. */
    private void measure(int connections, int bytes) {
        List<Server> servers = new ArrayList<>();
        try (ScriptedSmtpServer sink = MailSink.start()) {
            String topic = "inquiries-" + connections;
            Server notifier = kept(servers, house.notifier(topic, sink.port(), settings(topic, connections)));
            for (int millis : size.delays()) {
                Duration delay = Duration.ofMillis(millis);
                sink.onMail(mail -> new Answer.Yes(delay));
                int count = delay.isZero() ? size.inquiries() : connections * MAILS_OF_A_SLOW_CONNECTION / 2;
                Map<String, Contender> contenders = new LinkedHashMap<>();
                contenders.put(
                        OURS, () -> mail(sink, notifier.process(), inquiries.sealed(count, topic, house.sealer())));
                if (delay.isZero() && connections == PEERS_CONNECTIONS) {
                    addPeers(contenders, servers, sink, count);
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
        size.warmUp().with(() -> contender.measure().getOrDefault(MAILS, 0.0));
    }

    private Map<String, String> settings(String topic, int connections) {
        Map<String, String> settings = new TreeMap<>(ledger.settings(topic));
        settings.put("FORAMEN_TOPIC_NAME", topic);
        settings.put("FORAMEN_TOPIC_PARTITIONS", String.valueOf(PARTITIONS));
        settings.put("FORAMEN_SMTP_CONNECTIONS", String.valueOf(Math.max(1, connections / 2)));
        return settings;
    }

    private void addPeers(Map<String, Contender> contenders, List<Server> servers, ScriptedSmtpServer sink, int count) {
        if (Files.isExecutable(SMTP_SOURCE)) {
            contenders.put(SOURCE, () -> smtpSource(sink, count));
        }
        String broker = house.broker().address();
        String port = String.valueOf(sink.port());
        String mails = house.folder().toString();
        String connections = String.valueOf(PEERS_CONNECTIONS);
        Server loop = kept(servers, house.peer(BareLoop.class, Map.of(), broker, port, mails, connections));
        contenders.put(LOOP, () -> mail(sink, loop.process(), inquiries.plain(count, "loop")));
        int fewer = Math.max(1, count / CAMEL_TAKES_LONGER);
        addCamel(contenders, servers, sink, fewer, CAMEL, "plain");
        addCamel(contenders, servers, sink, fewer, CAMEL_POOL, "pool");
        addCamel(contenders, servers, sink, fewer, CAMEL_TUNED, "tuned");
    }

    private void addCamel(
            Map<String, Contender> contenders,
            List<Server> servers,
            ScriptedSmtpServer sink,
            int count,
            String name,
            String way) {
        Server camel = kept(
                servers,
                house.peer(
                        CamelRoute.class,
                        Map.of(),
                        "camel-" + way,
                        house.broker().address(),
                        String.valueOf(sink.port()),
                        house.folder().toString(),
                        String.valueOf(PEERS_CONNECTIONS),
                        way));
        contenders.put(name, () -> mail(sink, camel.process(), inquiries.plain(count, "camel-" + way)));
    }

    /** The clock runs from the first record's way into the topic to the last mail's answer. */
    private Map<String, Double> mail(
            ScriptedSmtpServer sink, Child process, List<ProducerRecord<String, byte[]>> records) {
        long mailsBefore = sink.count();
        long bytesBefore = sink.bytes();
        double brokerBefore = house.brokerProcess().cpuSeconds();
        double before = process.cpuSeconds();
        long start = System.nanoTime();
        Inquiries.publish(house.broker().address(), records);
        int mails = 2 * records.size();
        Pause.until(() -> sink.count() - mailsBefore >= mails, mails + " mails: see " + process.log(), PATIENCE);
        double seconds = (System.nanoTime() - start) / 1e9;
        Map<String, Double> sample = new LinkedHashMap<>();
        sample.put(MAILS, (double) mails);
        sample.put(RATE, mails / seconds);
        sample.put(CPU, (process.cpuSeconds() - before) * 1000 / mails);
        sample.put("broker CPU ms each", (house.brokerProcess().cpuSeconds() - brokerBefore) * 1000 / mails);
        sample.put("bytes each", (double) (sink.bytes() - bytesBefore) / mails);
        return sample;
    }

    /** The same bytes by postfix's own generator: half of the connections send one mail, half the other. */
    private Map<String, Double> smtpSource(ScriptedSmtpServer sink, int count) {
        long bytesBefore = sink.bytes();
        long start = System.nanoTime();
        Child clinic = smtpSource(sink, "clinic", count);
        Child patient = smtpSource(sink, "patient", count);
        double cpu = Child.cpuSecondsAtTheEndOf(List.of(clinic, patient), PATIENCE);
        double seconds = (System.nanoTime() - start) / 1e9;
        Map<String, Double> sample = new LinkedHashMap<>();
        sample.put(MAILS, 2.0 * count);
        sample.put(RATE, 2 * count / seconds);
        sample.put(CPU, cpu * 1000 / (2 * count));
        sample.put("bytes each", (double) (sink.bytes() - bytesBefore) / (2 * count));
        return sample;
    }

    private Child smtpSource(ScriptedSmtpServer sink, String audience, int count) {
        return Child.start(
                List.of(
                        SMTP_SOURCE.toString(),
                        "-d",
                        "-s",
                        String.valueOf(PEERS_CONNECTIONS / 2),
                        "-m",
                        String.valueOf(count),
                        "-f",
                        "no-reply@clinic.example",
                        "-t",
                        "ana@example.com",
                        "-F",
                        house.folder().resolve(audience + ".eml").toString(),
                        "inet:127.0.0.1:" + sink.port()),
                Map.of(),
                house.folder(),
                "smtp-source");
    }

    private void report(Rounds rounds, Duration delay, int connections, String settings) {
        String name = "notifier." + delay.toMillis() + "." + connections;
        Results.raw(name + ".csv", rounds.csv());
        Results.table(
                name,
                rounds.table("%d connections, %d ms of server delay".formatted(connections, delay.toMillis())),
                settings);
        if (delay.isZero()) {
            secondsAMailTakes.put(connections, Math.max(2, connections) / rounds.median(OURS, RATE));
        }
        if (delay.isZero() && connections == PEERS_CONNECTIONS) {
            Results.picture("notifier-cpu", Plot.bars("Processor time for a mail, ms", rounds.medians(CPU)));
            Results.piece("notifier.source", Figure.atLeast(rounds.ratio(OURS, SOURCE, RATE), 0.45));
            Results.piece("notifier.source.loop", Figure.plain(rounds.ratio(LOOP, SOURCE, RATE)));
            Results.piece("notifier.source.camel", Figure.plain(rounds.ratio(CAMEL, SOURCE, RATE)));
            Results.piece("notifier.loop", Figure.atLeast(rounds.ratio(OURS, LOOP, RATE), 0.8));
            Results.piece("notifier.loop.cpu", Figure.plain(rounds.ratio(OURS, LOOP, CPU)));
            Results.piece("notifier.camel", Figure.atMost(rounds.ratio(OURS, CAMEL_POOL, CPU), 0.7));
            Results.piece("notifier.camel.tuned", Figure.plain(rounds.ratio(OURS, CAMEL_TUNED, CPU)));
        }
        if (delay.toMillis() == 200 && connections == 16) {
            double own =
                    secondsAMailTakes.values().stream().min(Double::compare).orElse(Double.NaN);
            Results.piece(
                    "notifier.delayed", Figure.atLeast(rounds.median(OURS, RATE) / (connections / (0.2 + own)), 0.95));
        }
    }

    private static Server kept(List<Server> servers, Server server) {
        servers.add(server);
        return server;
    }

    /**
     * How much is measured.
     *
     * @param inquiries in the topic in each round, two mails each, where the server does not take its time
     * @param warmUp in mails, before the rounds in which the server does not take its time
     * @param connections to the mail server, half of them for each audience, one at least
     * @param delays of the mail server after a mail's final dot, in milliseconds; 0 first
     */
    public record Size(int inquiries, WarmUp warmUp, int rounds, List<Integer> connections, List<Integer> delays) {}
}
