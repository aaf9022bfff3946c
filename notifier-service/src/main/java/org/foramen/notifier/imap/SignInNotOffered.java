package org.foramen.notifier.imap;

import org.eclipse.angus.mail.iap.ProtocolException;

/** The server knows no sign-in by token, and so was shown none. */
final class SignInNotOffered extends ProtocolException {

    /** @param offered such as {@code PLAIN LOGIN}; what stands there is nothing where it offers none */
    SignInNotOffered(String offered) {
        super("a token is to sign in (XOAUTH2), and it offers "
                + (offered.isEmpty() ? "no sign-in" : "only " + offered));
    }
}
