package org.foramen.notifier.console.view;

import java.util.Optional;
import java.util.stream.Stream;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.Recipient;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.delivery.SubjectKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in words what the ledger says in codes. */
@Component
public class ConsoleWording {

    /** What people call a subject, by its wire name or its id. */
    public String name(String subject) {
        return find(subject).map(Subject::label).orElse(subject);
    }

    public String audience(Audience audience) {
        return switch (audience) {
            case CLINIC -> "clinic";
            case PATIENT -> "person";
            case NOTICE -> "note to the clinic";
            case FALLBACK -> "clinic, fallback inbox";
        };
    }

    public String recipient(Recipient recipient) {
        return recipient.isFirst()
                ? audience(recipient.audience())
                : audience(recipient.audience()) + ", inbox " + recipient.index();
    }

    public String state(State state) {
        return switch (state) {
            case OWED -> "owed";
            case ATTEMPTING -> "being sent";
            case DEFERRED -> "waits";
            case SENT -> "sent";
            case REFUSED -> "refused";
            case UNACCEPTABLE -> "not acceptable";
            case BOUNCED -> "came back";
            case EXPIRED -> "given up";
            case UNKNOWN -> "no answer";
            case WITHHELD -> "withheld";
        };
    }

    /** How far a delivery is, in a sentence. */
    public String story(Delivery delivery) {
        return switch (delivery.state()) {
            case OWED -> "It is owed and will be tried as soon as the mail server answers.";
            case ATTEMPTING -> "It is being sent; if a crash came between, it is tried again.";
            case DEFERRED -> "The mail server asked to try later, or the answer never came.";
            case SENT -> "The mail server took it.";
            case REFUSED -> "The mail server refused it for good; a person was told.";
            case UNACCEPTABLE -> "The mail server takes it for nobody; a person was told.";
            case BOUNCED -> "The mail server took it, and it came back later; a person was told.";
            case EXPIRED -> "It was tried for as long as was set, in vain; a person was told.";
            case UNKNOWN -> "The answer never came; it may have arrived. A person was told.";
            case WITHHELD -> "It is not sent.";
        };
    }

    /** Why a delivery is owed or withheld, in a sentence; null where the ledger gives no reason. */
    public @Nullable String reason(Delivery delivery) {
        Reason reason = delivery.reason();
        if (reason == null) {
            return null;
        }
        return switch (reason.meaning()) {
            case WITHHELD, OWED, FAULT, UNREADABLE -> reason.sentence();
            case HELD_BACK -> reason.sentence() + " An operator can release the mail.";
            case INSTEAD -> "Another mail about this inquiry ended badly: " + reason.words() + ".";
        };
    }

    /** Why a dead letter is one, in a sentence. */
    public String deadLetter(@Nullable Reason reason) {
        return reason == null ? "Another version of the notifier set it aside." : reason.sentence();
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
            case "release" -> "released the mail to the person";
            case "erase" -> "erased the inquiry";
            case "replay" -> "replayed the dead letter";
            case "delayed" -> "heard that the mail waits at another server";
            case "complaint" -> "heard that the mail is unwanted";
            case "open" -> "opened what was asked";
            default -> action.startsWith("resend ") ? "sent again: " + action.substring(7) : action;
        };
    }

    /** The address of the page that tells about a subject, by its wire name or its id. */
    public String place(String subject) {
        return "/inquiries/" + find(subject).map(Subject::wireName).orElse(subject);
    }

    private static Optional<Subject> find(String subject) {
        return Stream.of(SubjectKind.values())
                .map(kind -> kind == SubjectKind.INQUIRY ? subject : kind.wireName() + "-" + subject)
                .flatMap(name -> Subject.named(name).stream())
                .findFirst();
    }
}
