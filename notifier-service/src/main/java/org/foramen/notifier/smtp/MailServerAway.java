package org.foramen.notifier.smtp;

import org.jspecify.annotations.Nullable;

/** The mail server cannot be used now. Nothing is wrong with the mail: it waits, uncounted, with all the others. */
public final class MailServerAway extends RuntimeException {

    public MailServerAway(String why) {
        super(why);
    }

    /** It says where the server is, not where the code was. */
    @Override
    public synchronized @Nullable Throwable fillInStackTrace() {
        return this;
    }
}
