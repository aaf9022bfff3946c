package org.foramen.benchmarks.inbox;

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
import org.foramen.benchmarks.instrument.Plot;
import org.foramen.benchmarks.instrument.Results;
import org.foramen.stack.mail.Answer;
import org.foramen.stack.mail.ReceivedMail;
import org.foramen.stack.process.Pause;

/** When each mail came to the mail server first. */
final class Arrivals {

    private static final Pattern MESSAGE_ID = Pattern.compile("<([0-9A-Z]{26})\\.(clinic|patient)@");
    private static final String CLINIC = ".clinic";
    private static final String PATIENT = ".patient";

    private final Map<String, Long> arrived = new ConcurrentHashMap<>();

    Answer note(ReceivedMail mail) {
        long now = System.nanoTime();
        Matcher id = MESSAGE_ID.matcher(mail.messageId());
        if (id.find()) {
            arrived.putIfAbsent(id.group(1) + "." + id.group(2), now);
        }
        return Answer.yes();
    }

    /** How many mails about inquiries have come, each counted once. */
    int count() {
        return arrived.size();
    }

    /** Waits until both mails of each inquiry that was answered are there. */
    void await(Visitors visitors, Duration patience) {
        Pause.until(
                () -> visitors.answered().keySet().stream()
                        .allMatch(id -> arrived.containsKey(id + CLINIC) && arrived.containsKey(id + PATIENT)),
                "all mails",
                patience);
    }

    /** From the answer to the mail, in milliseconds, ascending; a mail may come in before the answer is read. */
    List<Double> times(Collection<String> ids, Map<String, Long> answered) {
        List<Double> times = new ArrayList<>();
        for (String id : ids) {
            for (String audience : new String[] {CLINIC, PATIENT}) {
                times.add((arrived.getOrDefault(id + audience, Long.MAX_VALUE) - answered.getOrDefault(id, 0L)) / 1e6);
            }
        }
        times.sort(null);
        return times;
    }

    List<Double> times(Visitors visitors) {
        return times(visitors.answered().keySet(), visitors.answered());
    }

    /** The same for each second in which inquiries were answered, counted from a moment. */
    Map<Long, List<Double>> bySecond(Visitors visitors, long from) {
        return visitors.answered().entrySet().stream()
                .collect(Collectors.groupingBy(
                        answer -> Math.floorDiv(answer.getValue() - from, 1_000_000_000L),
                        TreeMap::new,
                        Collectors.flatMapping(
                                answer -> times(List.of(answer.getKey()), visitors.answered()).stream(),
                                Collectors.toList())));
    }

    /** The time that such a share of the mails did not exceed. */
    static double at(List<Double> times, double share) {
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    /** A picture and its figures. */
    static void plot(String name, String title, String seconds, Map<Long, List<Double>> bySecond) {
        List<double[]> points = new ArrayList<>();
        StringBuilder csv = new StringBuilder("second,p50,p99,max\n");
        bySecond.forEach((second, times) -> {
            points.add(new double[] {second, at(times, 0.99) / 1000});
            csv.append("%d,%s,%s,%s%n".formatted(second, at(times, 0.5), at(times, 0.99), at(times, 1)));
        });
        Results.raw(name + ".csv", csv.toString());
        Results.picture(name, Plot.line(title, seconds, "p99 in seconds", points));
    }
}
