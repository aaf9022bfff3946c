package org.foramen.system.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.foramen.stack.mail.ReceivedMail;

/** How mails of one kind came to people who waited for them. */
final class Flow {

    private final List<Waited> waited = new ArrayList<>();

    /**
     * @param answered when each began to wait
     * @param mails what each of them got
     */
    Flow(Map<String, Instant> answered, Map<String, ReceivedMail> mails) {
        mails.forEach((id, mail) -> waited.add(new Waited(answered.get(id), mail.at())));
        waited.sort(Comparator.comparing(Waited::until));
    }

    Duration longestWait() {
        return waited.stream()
                .map(one -> Duration.between(one.since(), one.until()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /**
     * The longest time in which somebody waited and nobody got a mail: something held all of them up. On a slow machine each
     * waits longer, and the mails come one after the other all the same.
     */
    Duration longestStandstill() {
        List<Duration> standstills = new ArrayList<>();
        Instant firstWho = Instant.MAX;
        for (int index = waited.size() - 1; index >= 0; index--) { // whoever still waited when this one came
            firstWho = earlier(firstWho, waited.get(index).since());
            Instant before = index == 0 ? Instant.MIN : waited.get(index - 1).until();
            Instant begun = before.isAfter(firstWho) ? before : firstWho;
            standstills.add(Duration.between(begun, waited.get(index).until()));
        }
        return standstills.stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private record Waited(Instant since, Instant until) {}
}
