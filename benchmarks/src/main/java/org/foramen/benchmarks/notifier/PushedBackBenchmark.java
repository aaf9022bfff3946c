package org.foramen.benchmarks.notifier;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.foramen.benchmarks.instrument.Child;
import org.foramen.benchmarks.instrument.House;
import org.foramen.benchmarks.instrument.House.Server;
import org.foramen.benchmarks.instrument.Inquiries;
import org.foramen.benchmarks.instrument.MailSink;
import org.foramen.benchmarks.instrument.Results;
import org.foramen.benchmarks.instrument.Rounds;
import org.foramen.benchmarks.instrument.Rounds.Contender;
import org.foramen.benchmarks.instrument.ServerKeys;
import org.foramen.benchmarks.instrument.Target;
import org.foramen.benchmarks.instrument.WarmUp;
import org.foramen.stack.mail.ScriptedSmtpServer;
import org.foramen.stack.process.Pause;

/**
 * Mails a second to a server that speaks TLS, takes its time, puts some off and refuses some, beside the bare loop, which
 * tries nothing again. The clock stops at nine of ten mails: what is put off comes later, and costs the next nine of ten.
 */
public final class PushedBackBenchmark {

    private static final String OURS = "notifier";
    private static final double SHARE = 0.9;
    private static final int CONNECTIONS = 16;

    private final House house;
    private final ReluctantServer reluctant = new ReluctantServer();
    private final Inquiries inquiries = new Inquiries();

    private PushedBackBenchmark(House house) {
        this.house = house;
    }

    public static void run(Size size)
            throws IOException, GeneralSecurityException, ExecutionException, InterruptedException {
        try (House house = new House("pushed-back");
                ScriptedSmtpServer sink = MailSink.start()) {
            new PushedBackBenchmark(house).run(size, sink);
        }
    }

    private void run(Size size, ScriptedSmtpServer sink)
            throws IOException, GeneralSecurityException, ExecutionException, InterruptedException {
        SameMails.writeInto(house.folder());
        Peers.makeTopics(house, CONNECTIONS);
        ServerKeys keys = ServerKeys.make(house.folder());
        sink.offer(keys.context());
        sink.onMail(reluctant::answer);
        Map<String, String> settings = new TreeMap<>(keys.believed());
        settings.put("FORAMEN_TOPIC_NAME", OURS);
        settings.put("FORAMEN_TOPIC_PARTITIONS", String.valueOf(CONNECTIONS));
        settings.put("FORAMEN_SMTP_CONNECTIONS", String.valueOf(CONNECTIONS / 2));
        settings.put("FORAMEN_RETRY_FIRST", "2s"); // so that what was put off is tried again within the rounds
        List<Server> servers = new ArrayList<>();
        try {
            Server notifier = house.notifier(OURS, sink.port(), settings);
            servers.add(notifier);
            Server loop = new Peers(house, sink, inquiries, servers).loop(keys.believed(), CONNECTIONS);
            int count = size.inquiries();
            Map<String, Contender> contenders = new LinkedHashMap<>();
            contenders.put(OURS, () -> mail(notifier.process(), inquiries.sealed(count, OURS, house.sealer()), true));
            contenders.put(Peers.LOOP, () -> mail(loop.process(), inquiries.plain(count, "loop"), false));
            contenders.values().forEach(contender -> size.warmUp()
                    .with(() -> contender.measure().getOrDefault(MailedTopic.MAILS, 0.0)));
            report(Rounds.of(0, size.rounds(), contenders), size);
        } finally {
            servers.forEach(Server::close);
        }
    }

    private Map<String, Double> mail(Child process, List<ProducerRecord<String, byte[]>> records, boolean triesAgain) {
        int mails = 2 * records.size();
        long takenBefore = reluctant.taken();
        long endedBefore = ended(triesAgain);
        double before = process.cpuSeconds();
        long start = System.nanoTime();
        Inquiries.publish(house.broker().address(), records);
        await(() -> reluctant.taken() - takenBefore >= mails * SHARE, process);
        double seconds = (System.nanoTime() - start) / 1e9;
        await(() -> ended(triesAgain) - endedBefore >= mails, process);
        Map<String, Double> sample = new LinkedHashMap<>();
        sample.put(MailedTopic.MAILS, (double) mails);
        sample.put(MailedTopic.RATE, mails * SHARE / seconds);
        sample.put(MailedTopic.CPU, (process.cpuSeconds() - before) * 1000 / mails);
        return sample;
    }

    private long ended(boolean triesAgain) {
        return reluctant.taken() + reluctant.refused() + (triesAgain ? 0 : reluctant.putOff());
    }

    private static void await(BooleanSupplier there, Child process) {
        Pause.until(there, "the mails: see " + process.log(), MailedTopic.PATIENCE);
    }

    private static void report(Rounds rounds, Size size) {
        Results.raw("notifier-pushed-back.csv", rounds.csv());
        Results.table(
                "notifier.pushed.back.table",
                rounds.table("%d connections, TLS, 20 ms, 5 %% put off, 2 %% refused".formatted(CONNECTIONS)),
                "Medians of %d rounds of %,d inquiries after %s; ledger: H2 file."
                        .formatted(size.rounds(), size.inquiries(), size.warmUp()));
        Target.NOTIFIER_PUSHED_BACK.measured(rounds.ratio(OURS, Peers.LOOP, MailedTopic.RATE));
    }

    /**
     * How much is measured.
     *
     * @param inquiries in each round, two mails each
     * @param warmUp in mails
     */
    public record Size(int inquiries, WarmUp warmUp, int rounds) {}
}
