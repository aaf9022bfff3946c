package org.foramen.benchmarks.inbox;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.foramen.benchmarks.instrument.House;
import org.foramen.benchmarks.instrument.Ledger;
import org.foramen.benchmarks.instrument.MailSink;
import org.foramen.benchmarks.instrument.Results;
import org.foramen.benchmarks.instrument.Target;
import org.foramen.stack.mail.ScriptedSmtpServer;
import org.foramen.stack.process.Pause;

/** The time to inbox of two of each, while all of them are started anew one by one, and the rate that they can keep up. */
public final class RollingBenchmark {

    private static final int RATE = 50;
    private static final double SOON_MILLIS = 1000;

    private final Size size;
    private final Pair pair;
    private final Arrivals arrivals;

    private RollingBenchmark(Size size, Pair pair, Arrivals arrivals) {
        this.size = size;
        this.pair = pair;
        this.arrivals = arrivals;
    }

    public static void run(Size size) throws IOException {
        Arrivals arrivals = new Arrivals();
        try (House house = new House("rolling");
                Ledger ledger = Ledger.postgres(house.folder());
                ScriptedSmtpServer sink = MailSink.start()) {
            sink.onMail(arrivals::note);
            try (Pair pair = new Pair(house, ledger, sink.port())) {
                new RollingBenchmark(size, pair, arrivals).run();
            }
        }
    }

    private void run() {
        visitors(RATE, size.warmUp());
        Target.INBOX_P99.measured(Arrivals.at(arrivals.times(visitors(RATE, size.steady())), 0.99));
        rollingRestart();
        sustained();
    }

    private Visitors visitors(int rate, Duration time) {
        Visitors visitors = new Visitors(pair::intake);
        visitors.send(rate, time);
        arrivals.await(visitors, Duration.ofMinutes(5));
        return visitors;
    }

    private void rollingRestart() {
        long begun = System.nanoTime();
        CompletableFuture<Void> restart = CompletableFuture.runAsync(() -> {
            Pause.of(size.rolling().dividedBy(10));
            pair.restartAll();
            System.out.printf("all were anew after %.1f s%n", (System.nanoTime() - begun) / 1e9);
        });
        Visitors visitors = visitors(RATE, size.rolling());
        restart.join();
        List<Double> times = arrivals.times(visitors);
        double soon = times.stream().filter(time -> time <= SOON_MILLIS).count() * 100.0 / Math.max(1, times.size());
        System.out.println("not accepted: " + visitors.failed());
        Target.INBOX_ROLLING.measured(soon);
        Arrivals.plot(
                "inbox-rolling",
                "Time to inbox at 50 inquiries/s while both of each are started anew",
                "seconds",
                arrivals.bySecond(visitors, begun));
    }

    /** Halves what it goes up or down by with each step; the answer is the highest rate that was kept up. */
    private void sustained() {
        StringBuilder csv = new StringBuilder("inquiries/s,kept up\n");
        int rate = size.firstRate();
        int change = size.firstRate() / 2;
        int highest = 0;
        for (int step = 0; step < size.steps(); step++) {
            boolean keptUp = isKeptUp(rate);
            csv.append("%d,%s%n".formatted(rate, keptUp));
            highest = keptUp ? Math.max(highest, rate) : highest;
            rate += keptUp ? change : -change;
            change = Math.max(10, change / 2);
        }
        Results.raw("inbox-sustained.csv", csv.toString());
        System.out.print(csv);
        Target.SUSTAINED.measured(highest);
    }

    /** Whether the mails that are owed became no more between the second and the last quarter of the time. */
    private boolean isKeptUp(int rate) {
        Visitors visitors = new Visitors(pair::intake);
        int before = arrivals.count();
        List<Integer> backlog = new ArrayList<>();
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> visitors.send(rate, size.step()));
        while (!sending.isDone()) {
            backlog.add(2 * visitors.asked() - (arrivals.count() - before));
            Pause.of(Duration.ofMillis(100));
        }
        sending.join();
        double earlier = mean(backlog, 1);
        double later = mean(backlog, 3);
        System.out.printf(
                "at %d inquiries/s %.0f mails were owed, later %.0f; not accepted: %d%n",
                rate, earlier, later, visitors.failed());
        arrivals.await(visitors, Duration.ofMinutes(5));
        return visitors.failed() == 0 && later <= earlier + rate;
    }

    /** @param quarter 0 to 3 */
    private static double mean(List<Integer> values, int quarter) {
        return values.subList(values.size() * quarter / 4, values.size() * (quarter + 1) / 4).stream()
                .mapToInt(Integer::intValue)
                .average()
                .orElse(0);
    }

    /**
     * How much is measured.
     *
     * @param rolling how long visitors come while all are started anew
     * @param firstRate with which the search for the rate that is kept up begins, in inquiries a second
     * @param step how long each rate is tried
     */
    public record Size(Duration warmUp, Duration steady, Duration rolling, int firstRate, int steps, Duration step) {}
}
