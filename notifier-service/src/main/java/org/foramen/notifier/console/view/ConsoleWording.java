package org.foramen.notifier.console.view;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.foramen.content.ClinicContent;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.Recipient;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.delivery.SubjectKind;
import org.foramen.notifier.message.desk.DeskWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in words what the ledger says in codes. */
@Component
public class ConsoleWording {

    private final DeskWords words;

    ConsoleWording(ClinicContent content) {
        this.words = new DeskWords(content);
    }

    /** What people call a subject, by its wire name or its id. */
    public String name(String subject) {
        return find(subject).map(this::name).orElse(subject);
    }

    private String name(Subject subject) {
        return subject.fold(
                InquiryId::reference,
                place -> "partition %d, offset %d".formatted(place.partition(), place.offset()),
                day -> "daily mail of " + day,
                reminder -> "reminder of " + reminder.slot());
    }

    public String audience(Audience audience) {
        return switch (audience) {
            case CLINIC -> "clinic";
            case PATIENT -> "person";
            case NOTICE -> "note to the clinic";
            case FALLBACK -> "clinic, fallback inbox";
            case URGENT -> "clinic, for emergencies";
        };
    }

    public String recipient(Recipient recipient) {
        return recipient.isFirst()
                ? audience(recipient.audience())
                : audience(recipient.audience()) + ", inbox " + recipient.index();
    }

    public String state(State state) {
        return switch (state) {
            case OWED -> "to send";
            case ATTEMPTING -> "being sent";
            case DEFERRED -> "waits";
            case SENT -> "sent";
            case REFUSED -> "refused";
            case UNACCEPTABLE -> "not acceptable";
            case BOUNCED -> "came back";
            case EXPIRED -> "given up";
            case UNKNOWN -> "no answer";
            case WITHHELD -> "held back or not wanted";
        };
    }

    /** How far a row of the list is; a note about a record that cannot be read stands for that record. */
    public String standing(Delivery delivery) {
        if (delivery.key().subject().kind() == SubjectKind.DEAD_LETTER) {
            return "unreadable";
        }
        Reason reason = delivery.reason();
        if (delivery.state() != State.WITHHELD || reason == null) {
            return state(delivery.state());
        }
        return reason.releasable() ? "held back" : reason == Reason.NO_CONSENT ? "not wanted" : "not sent";
    }

    /** Names the looks of that. */
    public String style(Delivery delivery) {
        boolean waits = delivery.key().subject().kind() == SubjectKind.DEAD_LETTER
                || delivery.reason() != null && delivery.reason().releasable();
        return waits ? "deferred" : delivery.state().wireName();
    }

    /** Why it is so, as a part of the list; a dash where the ledger gives no reason. */
    public String why(Delivery delivery) {
        return delivery.reason() == null ? "–" : words.reason(delivery.reason());
    }

    /** How far a delivery is, in a sentence. */
    public String story(Delivery delivery) {
        return switch (delivery.state()) {
            case OWED -> "It will be sent as soon as the mail server answers.";
            case ATTEMPTING -> "It is being sent; if a crash came between, it is tried again.";
            case DEFERRED -> "The mail server asked to try later, or the answer never came.";
            case SENT -> "The mail server took it.";
            case REFUSED -> "The mail server refused it for good; the front desk was asked to call.";
            case UNACCEPTABLE -> "The mail server takes it for nobody; the front desk was asked to call.";
            case BOUNCED -> "The mail server took it, and it came back later; the front desk was asked to call.";
            case EXPIRED -> "It was tried for as long as was set, then given up; the front desk was asked to call.";
            case UNKNOWN -> "The answer never came; it may have arrived. The front desk was asked to call.";
            case WITHHELD -> "It is not sent.";
        };
    }

    /** Why a delivery is owed or withheld, in a sentence; null where the ledger gives no reason. */
    public @Nullable String reason(Delivery delivery) {
        Reason reason = delivery.reason();
        if (reason == null) {
            return null;
        }
        String why = words.reason(reason);
        return switch (reason.meaning()) {
            case WITHHELD, OWED, FAULT -> sentence(why);
            case UNREADABLE -> "The record cannot be read: " + why + ".";
            case HELD_BACK -> sentence(why) + " Whoever knows that a person asked can let the mail go.";
            case INSTEAD -> "It went in place of a mail that ended badly: " + why + ".";
        };
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    /** The mail server's last answer, such as {@code 550 5.1.1}. */
    public String answer(Delivery delivery) {
        Integer code = delivery.smtpCode();
        if (code == null) {
            return "–";
        }
        String enhanced = delivery.enhancedStatus() == null ? "" : " " + delivery.enhancedStatus();
        return code < 0 ? "none" : code + enhanced;
    }

    /** What was done, as the audit names it. */
    public String action(String action) {
        return switch (action) {
            case "release" -> "let the mail to the person go";
            case "erase" -> "erased the inquiry";
            case "hold" -> "had it held for a legal matter";
            case "passkey added" -> "added a passkey";
            case "passkey removed" -> "took a passkey away";
            case "passkey code" -> "gave out a code for a first passkey";
            case "lift-hold" -> "lifted the hold";
            case "delayed" -> "heard that the mail waits at another server";
            case "complaint" -> "heard that the mail is unwanted";
            case "replay" -> "had the unreadable record read again";
            case "open" -> "opened what was asked";
            case "export-fhir" -> "saved it as FHIR";
            case "case taken" -> "took the person";
            case "case reached" -> "reached the person";
            case "case no-answer" -> "got no answer";
            case "case left-word" -> "left word";
            case "case closed" -> "closed it";
            case "case reopened" -> "opened it again";
            default ->
                action.startsWith("resend ")
                        ? "sent again: " + action.substring(7)
                        : Dismissal.of(action)
                                .map(reason -> "dismissed it: " + reason.words())
                                .orElse(action);
        };
    }

    /** The address of the page that tells about a subject, by its wire name or its id. */
    public String place(String subject) {
        return find(subject).map(found -> "/inquiries/" + found.wireName()).orElse("/audit");
    }

    private static Optional<Subject> find(String subject) {
        return Stream.of(SubjectKind.values())
                .map(kind -> kind == SubjectKind.INQUIRY ? subject : kind.wireName() + "-" + subject)
                .flatMap(name -> Subject.named(name).stream())
                .findFirst();
    }
}
