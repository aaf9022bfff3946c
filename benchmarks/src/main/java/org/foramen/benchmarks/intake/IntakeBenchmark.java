package org.foramen.benchmarks.intake;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.foramen.benchmarks.instrument.Child;
import org.foramen.benchmarks.instrument.House;
import org.foramen.benchmarks.instrument.House.Server;
import org.foramen.benchmarks.instrument.MailSink;
import org.foramen.benchmarks.instrument.Plot;
import org.foramen.benchmarks.instrument.Results;
import org.foramen.benchmarks.instrument.Rounds;
import org.foramen.benchmarks.instrument.Rounds.Contender;
import org.foramen.benchmarks.instrument.Target;
import org.foramen.benchmarks.instrument.WarmUp;
import org.foramen.stack.mail.Answer;
import org.foramen.stack.mail.ScriptedSmtpServer;

/** Accepted inquiries a second and what each costs, beside endpoints that do less, or all of it at once. */
public final class IntakeBenchmark {

    private static final String RATE = "accepted/s";
    private static final String CPU = "CPU ms each";
    private static final String P99 = "p99 ms";
    private static final String FORM = "intake, form";

    /** A form is never answered so much faster than JSON. */
    private static final double TOKENS_FOR_EACH_JSON = 1.5;

    private static final int LEAST_TOKENS = 500;

    private final Size size;
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
                ScriptedSmtpServer slow = MailSink.start();
                Endpoints endpoints = new Endpoints(house)) {
            try (Admin admin =
                    Admin.create(Map.of("bootstrap.servers", house.broker().address()))) {
                admin.createTopics(List.of(new NewTopic("plain", 6, (short) 1)))
                        .all()
                        .get();
            }
            slow.onMail(mail -> Answer.yesAfterMillis(200));
            Wrk wrk = new Wrk(house.folder());
            endpoints.start();
            if (size.allPeers()) {
                endpoints.startOthers(fast, slow);
            }
            Map<String, Server> started = endpoints.started();
            contenders(started, wrk, house, size.mostConnections()).values().forEach(contender -> size.warmUp()
                    .with(() -> contender.measure().getOrDefault(RATE, 0.0)
                            * size.time().toSeconds()));
            for (int connections : size.connections()) {
                Rounds rounds = Rounds.of(1, size.rounds(), contenders(started, wrk, house, connections));
                report(rounds, connections);
            }
        }
    }

    private Map<String, Contender> contenders(Map<String, Server> started, Wrk wrk, House house, int connections) {
        Map<String, Contender> contenders = new LinkedHashMap<>();
        started.forEach((name, server) -> {
            contenders.put(name, () -> measure(house, wrk, server, connections, "json", "run" + (++runs) + "-"));
            if (name.equals(Endpoints.OURS) && size.allPeers()) {
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
            Target.INTAKE_CPU.measured(rounds.ratio(Endpoints.OURS, Endpoints.KAFKA, CPU));
            Target.INTAKE_RATE.measured(rounds.ratio(Endpoints.OURS, Endpoints.KAFKA, RATE));
            Target.INTAKE_P99.measured(rounds.ratio(Endpoints.OURS, Endpoints.KAFKA, P99));
        }
    }

    /**
     * How much is measured.
     *
     * @param warmUp in inquiries to each endpoint
     * @param time of each measurement
     * @param allPeers whether those are measured too that do less, or mail at once
     */
    public record Size(List<Integer> connections, WarmUp warmUp, int rounds, Duration time, boolean allPeers) {

        int mostConnections() {
            return connections.get(connections.size() - 1);
        }
    }
}
