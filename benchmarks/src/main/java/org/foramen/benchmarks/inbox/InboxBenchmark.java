package org.foramen.benchmarks.inbox;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.foramen.benchmarks.instrument.Figure;
import org.foramen.benchmarks.instrument.House;
import org.foramen.benchmarks.instrument.House.Server;
import org.foramen.benchmarks.instrument.Ledger;
import org.foramen.benchmarks.instrument.MailSink;
import org.foramen.benchmarks.instrument.Plot;
import org.foramen.benchmarks.instrument.Results;
import org.foramen.stack.mail.Answer;
import org.foramen.stack.mail.ReceivedMail;
import org.foramen.stack.mail.ScriptedSmtpServer;
import org.foramen.stack.process.Pause;

/** From the HTTP answer to the mail at the server, at steady rates, and how soon it is back after an outage of mail. */
public final class InboxBenchmark {

    private static final Pattern MESSAGE_ID = Pattern.compile("<([0-9A-Z]{26})\\.(\\w+)@");
    private static final double TARGET_MILLIS = 500;
    private static final double TARGET_RECOVERY_SECONDS = 120;
    private static final int TARGET_RATE = 50;
    private static final int CONNECTIONS_FOR_EACH = 8;

    private final Size size;
    private final Map<String, Long> arrived = new ConcurrentHashMap<>();

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
            sink.onMail(this::note);
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
            awaitMails(visitors);
            List<Double> times = times(visitors.answered().keySet(), visitors.answered());
            table.append("| %d | %d | %s | %s | %s | %d |%n"
                    .formatted(
                            rate,
                            times.size(),
                            Figure.plain(at(times, 0.5)),
                            Figure.plain(at(times, 0.99)),
                            Figure.plain(at(times, 1)),
                            visitors.failed()));
            if (rate == TARGET_RATE) {
                Results.piece("inbox.p99", Figure.atMost(at(times, 0.99), TARGET_MILLIS) + " (ms)");
            }
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
        Thread sending =
                new Thread(() -> visitors.send(TARGET_RATE, size.outage().plus(size.afterwards())), "visitors");
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
        awaitMails(visitors);
        Map<Long, List<Double>> bySecond = visitors.answered().entrySet().stream()
                .collect(Collectors.groupingBy(
                        answer -> Math.floorDiv(answer.getValue() - back, 1_000_000_000L),
                        TreeMap::new,
                        Collectors.flatMapping(
                                answer -> times(List.of(answer.getKey()), visitors.answered()).stream(),
                                Collectors.toList())));
        long recovered = bySecond.entrySet().stream()
                .filter(second -> at(second.getValue(), 0.99) > TARGET_MILLIS)
                .mapToLong(second -> second.getKey() + 1)
                .max()
                .orElse(0);
        boolean ended = bySecond.keySet().stream().anyMatch(second -> second > recovered);
        Results.piece(
                "inbox.recovery",
                ended
                        ? Figure.atMost(Math.max(0, recovered), TARGET_RECOVERY_SECONDS) + " (s)"
                        : "not within " + size.afterwards().toSeconds() + " s, **missed**");
        System.out.println("recovered after " + recovered + " s, seen to the end: " + ended);
        plot(bySecond);
    }

    private void plot(Map<Long, List<Double>> bySecond) {
        List<double[]> points = new ArrayList<>();
        StringBuilder csv = new StringBuilder("second,p50,p99,max\n");
        bySecond.forEach((second, times) -> {
            points.add(new double[] {second, at(times, 0.99) / 1000});
            csv.append("%d,%s,%s,%s%n".formatted(second, at(times, 0.5), at(times, 0.99), at(times, 1)));
        });
        Results.raw("inbox-recovery.csv", csv.toString());
        Results.picture(
                "inbox-recovery",
                Plot.line(
                        "Time to inbox around a mail outage of " + size.outage().toSeconds() + " s",
                        "answered so many seconds after mail was back",
                        "p99 in seconds",
                        points));
    }

    private Answer note(ReceivedMail mail) {
        long now = System.nanoTime();
        Matcher id = MESSAGE_ID.matcher(mail.messageId());
        if (id.find()) {
            arrived.putIfAbsent(id.group(1) + "." + id.group(2), now);
        }
        return Answer.yes();
    }

    private void awaitMails(Visitors visitors) {
        Pause.until(
                () -> visitors.answered().keySet().stream()
                        .allMatch(id -> arrived.containsKey(id + ".clinic") && arrived.containsKey(id + ".patient")),
                "all mails",
                size.outage().plus(Duration.ofMinutes(5)));
    }

    /** In milliseconds; a mail may come in before the answer is read. */
    private List<Double> times(Collection<String> ids, Map<String, Long> answered) {
        List<Double> times = new ArrayList<>();
        for (String id : ids) {
            for (String audience : new String[] {".clinic", ".patient"}) {
                times.add((arrived.getOrDefault(id + audience, Long.MAX_VALUE) - answered.getOrDefault(id, 0L)) / 1e6);
            }
        }
        times.sort(null);
        return times;
    }

    private static double at(List<Double> times, double share) {
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    /**
     * How much is measured.
     *
     * @param time of each rate
     * @param afterwards how long visitors go on coming after the outage
     */
    public record Size(List<Integer> rates, Duration warmUp, Duration time, Duration outage, Duration afterwards) {}
}
