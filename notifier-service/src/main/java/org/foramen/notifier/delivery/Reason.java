package org.foramen.notifier.delivery;

import java.util.Locale;
import java.util.stream.Stream;
import org.foramen.contract.wire.UnreadableInquiry;

/** Why a mail is owed or withheld, as the ledger and the staff read it. */
public enum Reason {
    NO_CONSENT(Meaning.WITHHELD, "this person did not agree to e-mail"),
    SUSPECTED_SPAM(Meaning.HELD_BACK, "the inquiry looks like spam or like a robot"),
    FORM_SENT_BEFORE(Meaning.HELD_BACK, "the same form was sent before with other words"),
    OWN_ADDRESS(Meaning.WITHHELD, "the e-mail address is one of the clinic's own"),
    ROLE_ADDRESS(Meaning.HELD_BACK, "the e-mail address belongs to a machine or an office, not to a person"),
    TOO_MANY(Meaning.HELD_BACK, "the address had its mails of the day"),
    BOUNCED_BEFORE(Meaning.HELD_BACK, "a mail to this address came back not long ago"),
    COMPLAINED(Meaning.HELD_BACK, "this address has reported our mail as unwanted"),
    PAST(Meaning.WITHHELD, "its time has passed"),
    NOT_IN_KAFKA(Meaning.WITHHELD, "the inquiry is not kept any more"),
    ERASED(Meaning.WITHHELD, "the inquiry was erased; nothing more is sent"),
    RELEASED(Meaning.OWED, "an operator released it"),
    RECONCILED(Meaning.OWED, "it was missing from the ledger and is owed anew"),
    DAILY(Meaning.OWED, "it is the digest of the day"),
    REMINDER(Meaning.OWED, "people wait for an answer"),
    ANSWERED(Meaning.WITHHELD, "everybody whom it names was answered meanwhile"),
    REFUSED(Meaning.INSTEAD, "the mail server refuses mail to this address"),
    EXPIRED(Meaning.INSTEAD, "the mail server did not take it for days"),
    UNKNOWN(Meaning.INSTEAD, "it may have arrived, we cannot tell"),
    BOUNCED(Meaning.INSTEAD, "our mail came back, their mailbox did not take it"),
    PUT_OFF(Meaning.INSTEAD, "the first inbox has put it off for too long, it may be full"),
    TOO_BIG(Meaning.FAULT, "the mail is bigger than the mail server takes"),
    CONTENT(Meaning.FAULT, "the mail server refuses what the mail holds"),
    EMPTY(Meaning.UNREADABLE, "it is empty"),
    NOT_OUR_EVENT(Meaning.UNREADABLE, "it is not one of our events"),
    UNKNOWN_KEY(Meaning.UNREADABLE, "it is sealed for a key that this notifier does not have"),
    SEAL_BROKEN(Meaning.UNREADABLE, "its seal is broken"),
    NOT_AN_INQUIRY(Meaning.UNREADABLE, "what is sealed in it is no inquiry"),
    DAMAGED(Meaning.UNREADABLE, "Kafka cannot give it back, for a disk has damaged it"),
    NOT_HANDLED(Meaning.UNREADABLE, "this system could not handle it, which is a mistake of ours"),
    ONE_OF_MANY(Meaning.WITHHELD, "a record that could not be read, one of many; the console lists them"),
    NOT_KNOWN_HERE(Meaning.WITHHELD, "for a reason that another version of this system noted");

    private final Meaning meaning;
    private final String words;

    Reason(Meaning meaning, String words) {
        this.meaning = meaning;
        this.words = words;
    }

    public Meaning meaning() {
        return meaning;
    }

    /** True when a person may let the mail go. */
    public boolean releasable() {
        return meaning == Meaning.HELD_BACK;
    }

    /** For logs and commands, as a part of a sentence; the staff read those of the wording. */
    public String words() {
        return words;
    }

    /** The name in the ledger, such as {@code too-many}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason of this code; one that a newer version noted is not known here. */
    public static Reason named(String code) {
        return Stream.of(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElse(NOT_KNOWN_HERE);
    }

    /** Why another mail is owed in place of one that ended like this. */
    public static Reason insteadOf(State ended) {
        return switch (ended) {
            case REFUSED -> REFUSED;
            case EXPIRED -> EXPIRED;
            case UNKNOWN -> UNKNOWN;
            case BOUNCED -> BOUNCED;
            case OWED, ATTEMPTING, DEFERRED, SENT, UNACCEPTABLE, WITHHELD ->
                throw new IllegalArgumentException("nothing is owed in place of a mail that is " + ended.wireName());
        };
    }

    public static Reason of(UnreadableInquiry.Reason unreadable) {
        return switch (unreadable) {
            case EMPTY -> EMPTY;
            case NOT_OUR_EVENT -> NOT_OUR_EVENT;
            case UNKNOWN_KEY -> UNKNOWN_KEY;
            case SEAL_BROKEN -> SEAL_BROKEN;
            case NOT_AN_INQUIRY -> NOT_AN_INQUIRY;
            case DAMAGED -> DAMAGED;
        };
    }

    /** What a reason says about the mail. */
    public enum Meaning {
        /** It is not sent. */
        WITHHELD,
        /** It is not sent unless a person lets it go. */
        HELD_BACK,
        /** It is owed. */
        OWED,
        /** It is owed in place of one that ended badly. */
        INSTEAD,
        /** The mail itself is at fault, not whom it goes to. */
        FAULT,
        /** It tells of a record that cannot be read. */
        UNREADABLE
    }
}
