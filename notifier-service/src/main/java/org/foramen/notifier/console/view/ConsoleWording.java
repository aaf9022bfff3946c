package org.foramen.notifier.console.view;

import org.foramen.contract.InquiryId;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.State;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in words what the ledger says in codes. */
@Component
public class ConsoleWording {

    /** What people call the owner of a delivery: an inquiry's reference, or a notice's own name. */
    public String name(String owner) {
        return InquiryId.isOne(owner) ? new InquiryId(owner).reference() : owner;
    }

    public String audience(Audience audience) {
        return switch (audience) {
            case CLINIC -> "clinic";
            case CLINIC_2 -> "clinic, second inbox";
            case CLINIC_3 -> "clinic, third inbox";
            case PATIENT -> "person";
            case NOTICE -> "note to the clinic";
            case FALLBACK -> "clinic, fallback inbox";
        };
    }

    public String state(State state) {
        return switch (state) {
            case OWED -> "owed";
            case ATTEMPTING -> "being sent";
            case DEFERRED -> "waits";
            case SENT -> "sent";
            case REFUSED -> "refused";
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
            case EXPIRED -> "It was tried for as long as was set, in vain; a person was told.";
            case UNKNOWN -> "The answer never came; it may have arrived. A person was told.";
            case WITHHELD -> "It is not sent.";
        };
    }

    /** Why a delivery is owed or withheld, in a sentence; null where the ledger gives no reason. */
    public @Nullable String reason(Delivery delivery) {
        String reason = delivery.reason();
        return reason == null ? null : reason(reason);
    }

    private static String reason(String code) {
        return switch (code) {
            case "no-consent" -> "This person did not agree to e-mail.";
            case "suspected-spam" -> "The inquiry looks like spam or like a robot; an operator can release the mail.";
            case "own-address" -> "The e-mail address is one of the clinic's own.";
            case "role-address" -> "The e-mail address belongs to a machine or an office, not to a person.";
            case "too-many" -> "The address had its mails of the day; an operator can release this one.";
            case "released" -> "An operator released it.";
            case "erased" -> "The inquiry was erased; nothing more is sent.";
            case "not-in-kafka" -> "The inquiry is not kept any more.";
            case "reconciled" -> "The books found it missing, and it was owed anew.";
            case "daily" -> "The digest of the day.";
            case "refused", "expired", "unknown" ->
                "Another mail about this inquiry ended badly: %s.".formatted(ending(code));
            case "unknown-key" -> "It is sealed for a key that this notifier does not have.";
            case "seal-broken" -> "Its seal is broken.";
            case "not-an-inquiry" -> "What is sealed in it is no inquiry.";
            case "not-our-event" -> "It is not one of our events.";
            case "empty" -> "It is empty.";
            default -> code;
        };
    }

    /** The reason code of a dead letter, in a sentence. */
    public String deadLetter(String code) {
        return reason(code);
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
            case "open" -> "opened what was asked";
            default -> action.startsWith("resend ") ? "sent again: " + action.substring(7) : action;
        };
    }

    /** The address of the page that tells about an owner of deliveries. */
    public String place(String owner) {
        return "/inquiries/" + owner;
    }

    /** Names a delivery in an address. */
    public String key(DeliveryKey key) {
        return key.audience().wireName();
    }

    private static String ending(String state) {
        return switch (state) {
            case "refused" -> "the mail server refused it";
            case "expired" -> "it was tried in vain for too long";
            default -> "no answer came";
        };
    }
}
