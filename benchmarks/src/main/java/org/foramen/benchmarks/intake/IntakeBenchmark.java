package org.foramen.benchmarks.intake;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.foramen.benchmarks.instrument.Child;
import org.foramen.benchmarks.instrument.Figure;
import org.foramen.benchmarks.instrument.House;
import org.foramen.benchmarks.instrument.House.Server;
import org.foramen.benchmarks.instrument.MailSink;
import org.foramen.benchmarks.instrument.Plot;
import org.foramen.benchmarks.instrument.Results;
import org.foramen.benchmarks.instrument.Rounds;
import org.foramen.benchmarks.instrument.Rounds.Contender;
import org.foramen.benchmarks.instrument.WarmUp;
import org.foramen.benchmarks.intake.peers.BareNetty;
import org.foramen.benchmarks.intake.peers.BareWebmvc;
import org.foramen.benchmarks.intake.peers.KafkaWebmvc;
import org.foramen.benchmarks.intake.peers.MailingWebmvc;
import org.foramen.stack.mail.Answer;
import org.foramen.stack.mail.ScriptedSmtpServer;
import org.foramen.stack.process.Ports;

/** Accepted inquiries a second and what each costs, beside endpoints that do less, or all of it at once. */
public final class IntakeBenchmark {

    private static final String RATE = "accepted/s";
    private static final String CPU = "CPU ms each";
    private static final String P99 = "p99 ms";
    private static final String OURS = "intake, JSON";
    private static final String FORM = "intake, form";
    private static final String SPOOL = "intake, JSON, Kafka away";
    private static final String BARE = "bare webmvc";
    private static final String NETTY = "bare Netty";
    private static final String KAFKA = "webmvc + KafkaTemplate";
    private static final String MAILING = "webmvc that mails";
    private static final String MAILING_SLOW = "webmvc that mails, 200 ms server";

    /** A form is never answered so much faster than JSON. */
    private static final double TOKENS_FOR_EACH_JSON = 1.5;

    private static final int LEAST_TOKENS = 500;

    private final Size size;
    private final List<Server> servers = new ArrayList<>();
    private int runs;
    private long acceptedAsJson;

    private IntakeBenchmark(Size size) {
        this.size = size;
    }

    public static void run(Size size) throws ExecutionException, InterruptedException {
        new IntakeBenchmark(size).run();
    }

    private void run() throws ExecutionException, InterruptedException {
        try (House house = new House("intake");
                ScriptedSmtpServer fast = MailSink.start();
                ScriptedSmtpServer slow = MailSink.start()) {
            try (Admin admin =
                    Admin.create(Map.of("bootstrap.servers", house.broker().address()))) {
                admin.createTopics(List.of(new NewTopic("plain", 6, (short) 1)))
                        .all()
                        .get();
            }
            slow.onMail(mail -> Answer.yesAfterMillis(200));
            Wrk wrk = new Wrk(house.folder());
            Map<String, Server> started = start(house, fast, slow);
            contenders(started, wrk, house, size.mostConnections()).values().forEach(contender -> size.warmUp()
                    .with(() -> contender.measure().getOrDefault(RATE, 0.0)
                            * size.time().toSeconds()));
            for (int connections : size.connections()) {
                Rounds rounds = Rounds.of(1, size.rounds(), contenders(started, wrk, house, connections));
                report(rounds, connections);
            }
        } finally {
            servers.forEach(Server::close);
        }
    }

    private Map<String, Server> start(House house, ScriptedSmtpServer fast, ScriptedSmtpServer slow) {
        Map<String, Server> started = new LinkedHashMap<>();
        Map<String, String> kafka =
                Map.of("SPRING_KAFKA_BOOTSTRAP_SERVERS", house.broker().address());
        started.put(OURS, kept(house.intake("intake", Map.of())));
        started.put(
                SPOOL,
                kept(house.intake(
                        "intake-alone", Map.of("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + Ports.free()))));
        started.put(BARE, peer(house, BareWebmvc.class, Map.of()));
        started.put(NETTY, peer(house, BareNetty.class, Map.of()));
        started.put(KAFKA, peer(house, KafkaWebmvc.class, kafka));
        started.put(MAILING, peer(house, MailingWebmvc.class, mailServer(fast)));
        started.put(MAILING_SLOW, peer(house, MailingWebmvc.class, mailServer(slow)));
        return started;
    }

    private Map<String, Contender> contenders(Map<String, Server> started, Wrk wrk, House house, int connections) {
        Map<String, Contender> contenders = new LinkedHashMap<>();
        started.forEach((name, server) -> {
            contenders.put(name, () -> measure(house, wrk, server, connections, "json", "run" + (++runs) + "-"));
            if (name.equals(OURS)) {
                contenders.put(FORM, () -> {
                    int count = Math.max(LEAST_TOKENS, (int) (acceptedAsJson * TOKENS_FOR_EACH_JSON));
                    Path tokens = Tokens.gather(server, count, house.folder().resolve("tokens"));
                    return measure(house, wrk, server, connections, "form", tokens.toString());
                });
            }
        });
        return contenders;
    }

    private Map<String, Double> measure(House house, Wrk wrk, Server server, int connections, String... arguments) {
        Child broker = house.brokerProcess();
        double before = server.process().cpuSeconds();
        double brokerBefore = broker.cpuSeconds();
        Wrk.Load load = wrk.run(server, connections, size.time(), arguments);
        double cpu = server.process().cpuSeconds() - before;
        if (arguments[0].equals("json")) {
            acceptedAsJson = load.accepted();
        }
        Map<String, Double> sample = new LinkedHashMap<>();
        sample.put(RATE, load.accepted() / load.seconds());
        sample.put(CPU, cpu * 1000 / load.accepted());
        sample.put("broker CPU ms each", (broker.cpuSeconds() - brokerBefore) * 1000 / load.accepted());
        sample.put("p50 ms", load.half());
        sample.put(P99, load.p99());
        sample.put("failed", (double) load.failed());
        sample.put("wrk CPU %", load.cpu() / load.seconds() * 100);
        return sample;
    }

    private void report(Rounds rounds, int connections) {
        Results.raw("intake-" + connections + ".csv", rounds.csv());
        Results.table(
                "intake." + connections,
                rounds.table("%d connections".formatted(connections)),
                "Medians of %d rounds of %d s each, after inquiries to each endpoint, %s."
                        .formatted(size.rounds(), size.time().toSeconds(), size.warmUp()));
        if (connections == size.mostConnections()) {
            Results.picture("intake-cpu", Plot.bars("Processor time for an accepted inquiry, ms", rounds.medians(CPU)));
            Results.piece("intake.cpu", Figure.atMost(rounds.ratio(OURS, BARE, CPU), 2.5));
            Results.piece("intake.cpu.kafka", Figure.plain(rounds.ratio(KAFKA, BARE, CPU)));
            Results.piece("intake.rate", Figure.atLeast(rounds.ratio(OURS, BARE, RATE), 0.45));
            Results.piece("intake.rate.kafka", Figure.plain(rounds.ratio(KAFKA, BARE, RATE)));
            Results.piece("intake.p99", Figure.atMost(rounds.ratio(OURS, BARE, P99), 1.3));
            Results.piece("intake.mailing", Figure.atLeast(rounds.ratio(OURS, MAILING, RATE), 10));
            Results.piece("intake.mailing.slow", Figure.atLeast(rounds.ratio(OURS, MAILING_SLOW, RATE), 20));
        }
    }

    private static Map<String, String> mailServer(ScriptedSmtpServer sink) {
        return Map.of("SPRING_MAIL_HOST", "127.0.0.1", "SPRING_MAIL_PORT", String.valueOf(sink.port()));
    }

    private Server peer(House house, Class<?> mainClass, Map<String, String> settings) {
        Server server = kept(house.peer(mainClass, settings));
        return server.awaitListening();
    }

    private Server kept(Server server) {
        servers.add(server);
        return server;
    }

    /**
     * How much is measured.
     *
     * @param warmUp in inquiries to each endpoint
     * @param time of each measurement
     */
    public record Size(List<Integer> connections, WarmUp warmUp, int rounds, Duration time) {

        int mostConnections() {
            return connections.get(connections.size() - 1);
        }
    }
}
