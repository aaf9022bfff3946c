package org.foramen.contract.wire;

import java.util.Locale;

/** A record that is not an inquiry of ours, or that our keys cannot open. Says why by a code, and never what was in it. */
public final class UnreadableInquiry extends RuntimeException {

    private final Reason reason;

    public UnreadableInquiry(Reason reason) {
        super(reason.code());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why a record could not be read. */
    public enum Reason {
        /** No value at all where one is needed. */
        EMPTY,
        /** The CloudEvents headers or the record key are missing, or say something else than the event. */
        NOT_OUR_EVENT,
        /** Sealed for a key that this notifier does not have. */
        UNKNOWN_KEY,
        /** The seal is broken or was never one. */
        SEAL_BROKEN,
        /** Opened, but not the JSON of an inquiry. */
        NOT_AN_INQUIRY,
        /** Kafka cannot give the record back, for a disk has damaged it. */
        DAMAGED;

        /** The code in headers, metrics and logs, such as {@code unknown-key}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
