package org.foramen.benchmarks.inbox;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.foramen.benchmarks.instrument.Figure;
import org.foramen.benchmarks.instrument.House;
import org.foramen.benchmarks.instrument.House.Server;
import org.foramen.benchmarks.instrument.Ledger;
import org.foramen.benchmarks.instrument.MailSink;
import org.foramen.benchmarks.instrument.Results;
import org.foramen.stack.mail.ScriptedSmtpServer;
import org.foramen.stack.process.Pause;

/** From the HTTP answer to the mail at the server, at steady rates, and how soon it is back after an outage of mail. */
public final class InboxBenchmark {

    private static final double RECOVERED_MILLIS = 500;
    private static final int RATE_AROUND_AN_OUTAGE = 50;
    private static final int CONNECTIONS_FOR_EACH = 8;

    private final Size size;
    private final Arrivals arrivals = new Arrivals();

    private InboxBenchmark(Size size) {
        this.size = size;
    }

    public static void run(Size size) throws IOException {
        new InboxBenchmark(size).run();
    }

    private void run() throws IOException {
        try (House house = new House("inbox");
                Ledger ledger = Ledger.chosen(house.folder());
                ScriptedSmtpServer sink = MailSink.start()) {
            sink.onMail(arrivals::note);
            Map<String, String> settings = new TreeMap<>(ledger.settings("notifier"));
            settings.put("FORAMEN_TOPIC_PARTITIONS", "16");
            settings.put("FORAMEN_SMTP_CONNECTIONS", String.valueOf(CONNECTIONS_FOR_EACH));
            // A mail that the outage cuts off at its final dot would be awaited for minutes.
            settings.put("FORAMEN_RETRY_UNKNOWN_AFTER", "5s");
            try (Server intake = house.intake("intake", Map.of("FORAMEN_TOPIC_PARTITIONS", "16"));
                    Server notifier = house.notifier("notifier", sink.port(), settings)) {
                new Visitors(intake.address("/api/inquiries")).send(20, size.warmUp());
                measure(
                        intake,
                        sink,
                        "Ledger: %s; %d connections for each audience; the mail server answers at once."
                                .formatted(ledger.name(), CONNECTIONS_FOR_EACH));
                System.out.println(
                        "resident MB: " + Math.round(notifier.process().residentMegabytes()));
            }
        }
    }

    private void measure(Server intake, ScriptedSmtpServer sink, String settings) {
        StringBuilder table = new StringBuilder(
                "| inquiries/s | mails | p50 ms | p99 ms | max ms | not accepted |\n|--:|--:|--:|--:|--:|--:|\n");
        for (int rate : size.rates()) {
            Visitors visitors = new Visitors(intake.address("/api/inquiries"));
            visitors.send(rate, size.time());
            arrivals.await(visitors, size.outage().plus(Duration.ofMinutes(5)));
            List<Double> times = arrivals.times(visitors);
            table.append("| %d | %d | %s | %s | %s | %d |%n"
                    .formatted(
                            rate,
                            times.size(),
                            Figure.plain(Arrivals.at(times, 0.5)),
                            Figure.plain(Arrivals.at(times, 0.99)),
                            Figure.plain(Arrivals.at(times, 1)),
                            visitors.failed()));
        }
        Results.table(
                "inbox.table",
                table.toString(),
                "Each rate for %d s, both mails of each inquiry. %s"
                        .formatted(size.time().toSeconds(), settings));
        recover(intake, sink);
    }

    private void recover(Server intake, ScriptedSmtpServer sink) {
        Visitors visitors = new Visitors(intake.address("/api/inquiries"));
        Thread sending = new Thread(
                () -> visitors.send(RATE_AROUND_AN_OUTAGE, size.outage().plus(size.afterwards())), "visitors");
        sending.start();
        Pause.of(Duration.ofSeconds(2));
        sink.stop();
        Pause.of(size.outage());
        sink.start();
        long back = System.nanoTime();
        try {
            sending.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while visitors came", e);
        }
        arrivals.await(visitors, size.outage().plus(Duration.ofMinutes(5)));
        Map<Long, List<Double>> bySecond = arrivals.bySecond(visitors, back);
        long recovered = bySecond.entrySet().stream()
                .filter(second -> Arrivals.at(second.getValue(), 0.99) > RECOVERED_MILLIS)
                .mapToLong(second -> second.getKey() + 1)
                .max()
                .orElse(0);
        boolean ended = bySecond.keySet().stream().anyMatch(second -> second > recovered);
        System.out.println("recovered after " + recovered + " s, seen to the end: " + ended);
        Arrivals.plot(
                "inbox-recovery",
                "Time to inbox around a mail outage of " + size.outage().toSeconds() + " s",
                "answered so many seconds after mail was back",
                bySecond);
    }

    /**
     * How much is measured.
     *
     * @param time of each rate
     * @param afterwards how long visitors go on coming after the outage
     */
    public record Size(List<Integer> rates, Duration warmUp, Duration time, Duration outage, Duration afterwards) {}
}
