package org.foramen.notifier.smtp.signin;

import jakarta.mail.MessagingException;

/** The part of an SMTP conversation in which somebody signs in (RFC 4954). */
public interface SignInDialogue {

    /** @param mechanism such as {@code XOAUTH2} */
    boolean offers(String mechanism);

    /**
     * Says a line and hears the answer.
     *
     * @return the reply code; -1 when the line broke
     */
    int say(String line) throws MessagingException;
}
