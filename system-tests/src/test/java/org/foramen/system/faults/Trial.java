package org.foramen.system.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionTimeoutException;
import org.foramen.stack.mail.ReceivedMail;
import org.foramen.system.stack.Stack;
import org.foramen.system.stack.Website;

/** One case: people send inquiries, something goes wrong meanwhile, it is put right, and everything is counted. */
final class Trial implements AutoCloseable {

    private final String name;
    private final Stack stack;
    private final Measure measure;
    private final Visitors visitors;
    private Instant healing = Instant.MAX;
    private Instant healed = Instant.MAX;

    Trial(String name, Stack stack, Measure measure, boolean insistentVisitors) {
        this.name = name;
        this.stack = stack;
        this.measure = measure;
        this.visitors = new Visitors(new Website(stack.intake()), measure, insistentVisitors);
    }

    Visitors visitors() {
        return visitors;
    }

    /** Lets something happen while people send, puts all right again, and counts when nothing is owed any more. */
    Tally during(Fault fault) throws Exception {
        int before = stack.mail().mails().size();
        visitors.begin();
        visitors.awaitMore(measure.inquiries() / 10);
        fault.strike(this);
        healing = Instant.now();
        stack.heal();
        healed = Instant.now();
        visitors.awaitAll();
        settle();
        List<ReceivedMail> mails = stack.mail().mails();
        Tally tally = tally(mails.subList(before, mails.size()));
        Report.add(tally);
        return tally;
    }

    /** Returns when every accepted inquiry has its mails and nothing is left to read, or patience ends: the tally will tell. */
    void settle() {
        try {
            await("every mail")
                    .atMost(measure.patience())
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> inboxes(stack.mail().mails()).complete()
                            && stack.inquiries().isReadToTheEnd());
        } catch (ConditionTimeoutException e) {
            System.err.println(name + ": not all mails came in time");
        }
    }

    /** Lets some time pass: what is broken stays so. */
    void lasting(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(10)).until(() -> true);
    }

    /** Returns when so many more mails have come. */
    void awaitMails(int more) {
        int wanted = stack.mail().mails().size() + more;
        await("more mails")
                .atMost(measure.patience())
                .until(() -> stack.mail().mails().size() >= wanted
                        || visitors.done() && inboxes(stack.mail().mails()).complete());
    }

    /** Returns when so many mails for an audience have come. */
    void awaitMailsFor(String audience, int wanted) {
        await("mails for " + audience)
                .atMost(measure.patience())
                .until(() -> inboxes(stack.mail().mails()).count(audience) >= wanted);
    }

    /** How mails for an audience came, to all who asked since a moment, but one person. */
    Flow flow(String audience, Instant since, String butFor) {
        Map<String, Instant> answered = visitors.answered();
        Map<String, ReceivedMail> mails =
                new HashMap<>(inboxes(stack.mail().mails()).first(audience));
        visitors.accepted().forEach((id, email) -> {
            if (email.equals(butFor) || answered.get(id).isBefore(since)) {
                mails.remove(id);
            }
        });
        return new Flow(answered, mails);
    }

    @Override
    public void close() {
        visitors.close();
    }

    private Inboxes inboxes(List<ReceivedMail> mails) {
        return new Inboxes(visitors.accepted(), mails);
    }

    private Tally tally(List<ReceivedMail> mails) {
        Inboxes inboxes = inboxes(mails);
        Set<String> people = IntStream.range(0, measure.inquiries())
                .mapToObj(visitors::email)
                .collect(Collectors.toSet());
        Instant last =
                mails.stream().map(ReceivedMail::at).max(Instant::compareTo).orElse(healed);
        Duration drain = Duration.between(healed, last);
        return new Tally(
                name,
                measure.inquiries(),
                visitors.accepted().size(),
                visitors.refusals(),
                inboxes.count("clinic") + inboxes.count("fallback"),
                inboxes.count("patient"),
                inboxes.count("notice"),
                inboxes.lost(),
                inboxes.repeats(),
                Inboxes.disguised(people, mails),
                mails.stream().filter(mail -> mail.at().isAfter(healing)).count(),
                drain.isNegative() ? Duration.ZERO : drain);
    }
}
