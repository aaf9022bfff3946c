package org.foramen.notifier.smtp;

import org.jspecify.annotations.Nullable;

/** The mail server cannot be used now. Nothing is wrong with the mail: it waits, uncounted, with all the others. */
public final class MailServerAway extends RuntimeException {

    private final @Nullable String signIns;

    MailServerAway(NotConnected why) {
        super(why.why());
        this.signIns = why.signIns();
    }

    /** What it offers, where that did not let us in, such as {@code PLAIN XOAUTH2}; null: not known, or nothing. */
    public @Nullable String signIns() {
        return signIns;
    }

    /** It says where the server is, not where the code was. */
    @Override
    public synchronized @Nullable Throwable fillInStackTrace() {
        return this;
    }
}
