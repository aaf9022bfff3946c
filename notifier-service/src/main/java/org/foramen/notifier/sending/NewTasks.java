package org.foramen.notifier.sending;

import static org.foramen.contract.Suspicion.FORM_SENT_BEFORE;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.cases.CaseOpener;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.sending.attempt.Task;

/** Tasks of records that were just read. Their cases are opened before any mail about them is begun, whichever group is first. */
final class NewTasks {

    /** So that two groups, or two notifiers, do not wait for each other. */
    private static final Comparator<Task.Fresh> IN_ORDER = Comparator.comparing((Task.Fresh fresh) ->
                    Objects.requireNonNullElse(fresh.inquiry().tokenHash(), ""))
            .thenComparing(fresh -> fresh.inquiry().id().value());

    private final Set<InquiryId> repeats;

    private NewTasks(Set<InquiryId> repeats) {
        this.repeats = repeats;
    }

    static NewTasks opened(Collection<Task> wanted, Collection<Task.Fresh> waiting, CaseOpener cases, Instant now) {
        Stream<Task.Fresh> begun = wanted.stream().flatMap(task -> task.fold(Stream::of, due -> Stream.empty()));
        Map<InquiryId, Task.Fresh> asked = Stream.concat(begun, waiting.stream())
                .filter(NewTasks::isAsked)
                .collect(Collectors.toMap(fresh -> fresh.inquiry().id(), Function.identity(), (first, other) -> first));
        return new NewTasks(asked.values().stream()
                .sorted(IN_ORDER)
                .filter(fresh -> cases.open(fresh.inquiry(), fresh.plan().answer(), now))
                .map(fresh -> fresh.inquiry().id())
                .collect(Collectors.toSet()));
    }

    /** Under suspicion where its form was sent before with other content. */
    Task.Fresh marked(Task.Fresh fresh) {
        return repeats.contains(fresh.inquiry().id()) ? fresh.suspectedOf(FORM_SENT_BEFORE) : fresh;
    }

    /** A canary asks nobody for an answer. */
    private static boolean isAsked(Task.Fresh fresh) {
        return fresh.key().subject() instanceof Subject.Inquiry;
    }
}
