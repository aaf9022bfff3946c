package org.foramen.stack.mail;

/** The steps of an SMTP conversation before the mail itself. */
public enum SmtpStage {
    CONNECTION("220 scripted ESMTP"),
    GREETING(
            "250-scripted",
            "250-PIPELINING",
            "250-SIZE 25000000",
            "250-ENHANCEDSTATUSCODES",
            "250-8BITMIME",
            "250 SMTPUTF8"),
    /** Said with the token, or the password, that a client shows; asked only where there is a script for it. */
    SIGN_IN("235 2.7.0 welcome"),
    /** Asked again, with the same, before each mail: a token may have ended meanwhile. */
    STILL_SIGNED_IN(""),
    SENDER("250 2.1.0 ok"),
    RECIPIENT("250 2.1.5 ok"),
    DATA("354 go ahead");

    private final String yes;

    SmtpStage(String... yes) {
        this.yes = String.join("\r\n", yes);
    }

    /** What a server that says yes answers. */
    String yes() {
        return yes;
    }
}
