package org.foramen.notifier.cases;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryKind;
import org.foramen.contract.Level;
import org.foramen.contract.details.BestTime;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.message.list.DailyFigures.PersonToAnswer;
import org.foramen.notifier.order.NothingToDo;
import org.foramen.notifier.order.Order;
import org.foramen.notifier.order.OrderFacts;
import org.foramen.notifier.order.OrderTable;
import org.foramen.notifier.order.PatientMailFate;
import org.jspecify.annotations.Nullable;

/**
 * One inquiry as a person to answer. It holds nothing personal.
 *
 * @param suspected true when a robot may have sent it, and nobody has taken it or let our mail to the person go
 * @param way how the person wants to be answered
 * @param phone true when a number was given
 * @param emailAllowed true when there is an address and the person agreed to e-mail
 * @param language such as {@code es}
 * @param bestTime null when none was told
 * @param procedure what it is about, by its library id; null when that is none
 * @param due by when the clinic answers, by its own clock
 * @param owner who took it; null when nobody did
 * @param tries how often nobody was reached, or a word was left
 * @param reason why it is closed; null while it is not
 * @param answeredAt when the person first heard from somebody; null when not yet
 * @param version what a change must have seen
 * @param person tells whether two inquiries are of one person, and not of whom; null where nothing was given
 * @param clinicMail how far the mail to the clinic is; null when it is not owed yet
 * @param patientMail how far the mail to the person is; null when it is not owed yet
 * @param patientMailReason why that one is owed or withheld, where that needs saying
 */
public record CaseFile(
        InquiryId inquiry,
        Instant receivedAt,
        Level level,
        boolean suspected,
        ContactChannel way,
        boolean phone,
        boolean emailAllowed,
        String language,
        @Nullable BestTime bestTime,
        InquiryKind kind,
        @Nullable String procedure,
        Instant due,
        CaseState state,
        @Nullable String owner,
        int tries,
        @Nullable CloseReason reason,
        Instant changedAt,
        @Nullable Instant answeredAt,
        int version,
        @Nullable String person,
        @Nullable State clinicMail,
        @Nullable State patientMail,
        @Nullable Reason patientMailReason) {

    /** Whether a row is {@link #emergency}, as a condition on the table of cases. */
    public static final String IS_EMERGENCY = isOneOf(Level::isEmergency);

    public static final String IS_NO_EMERGENCY = "not " + IS_EMERGENCY;

    /** Whether nobody {@link #isAskedFor} a row, as a condition on the table of cases. */
    static final String IS_NOT_ASKED_FOR =
            """
            (suspected and %1$s and not exists (%2$s and reason = '%3$s')
                or %4$s and not phone and (not email_allowed or exists (%2$s and (state in (%5$s)
                    or state = '%6$s' and reason in (%7$s)))))
            """
                    .formatted(
                            isOneOf(level -> !level.answered(true)),
                            """
                            select 1 from delivery where subject_kind = 'inquiry' and subject_id = inquiry_case.inquiry_id
                            and audience = 'patient' and recipient_index = 1""",
                            Reason.RELEASED.code(),
                            IS_NO_EMERGENCY,
                            listed(Stream.of(State.values())
                                    .filter(state -> isUnreachable(state, null))
                                    .map(State::wireName)),
                            State.WITHHELD.wireName(),
                            listed(Stream.of(Reason.values())
                                    .filter(reason -> isUnreachable(State.WITHHELD, reason))
                                    .map(Reason::code)));

    private static String isOneOf(Predicate<Level> levels) {
        return "level in (" + listed(Stream.of(Level.values()).filter(levels).map(Level::wireName)) + ")";
    }

    /** True when somebody must call at once, whatever the hour. */
    public boolean emergency() {
        return level.isEmergency();
    }

    /** True when somebody is asked to answer, and a time is promised for it. */
    public boolean isAskedFor() {
        return order() != Order.NOTHING;
    }

    /** True when the time is over by which somebody should have answered. */
    public boolean late(Instant now) {
        return isAskedFor() && due.isBefore(now);
    }

    /** What the front desk is asked to do. */
    public Order order() {
        return OrderTable.orderFor(facts());
    }

    /** Why that is nothing; null where it is something. */
    public @Nullable NothingToDo whyNothing() {
        return OrderTable.whyNothing(facts());
    }

    private OrderFacts facts() {
        return new OrderFacts(level, phone, emailAllowed, way, suspected, fate(), state.done());
    }

    /** What became of our mail to the person, as far as it is known. */
    public PatientMailFate fate() {
        return patientMail == null ? PatientMailFate.OWED : PatientMailFate.of(patientMail, patientMailReason);
    }

    /** As mails list it. */
    public PersonToAnswer toAnswer() {
        return new PersonToAnswer(inquiry, order(), level, language, bestTime, procedure, due);
    }

    private static boolean isUnreachable(State state, @Nullable Reason reason) {
        return PatientMailFate.of(state, reason) == PatientMailFate.UNREACHABLE;
    }

    private static String listed(Stream<String> names) {
        return names.map(name -> "'" + name + "'").collect(joining(", "));
    }

    /** How long it has waited. */
    public Duration waiting(Instant now) {
        return Duration.between(receivedAt, now);
    }

    /**
     * One thing that somebody did to a case.
     *
     * @param action such as {@code taken}
     * @param reason why it was closed, where it was
     * @param by the user's name
     */
    public record Event(Instant at, String action, @Nullable CloseReason reason, String by) {}
}
