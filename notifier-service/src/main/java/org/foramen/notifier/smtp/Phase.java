package org.foramen.notifier.smtp;

/** How far an SMTP conversation got; the later ones are about one mail. */
public enum Phase {
    /** The server's name is looked up. */
    NAME,
    /** A connection is opened. */
    CONNECTION,
    /** The server is to greet. */
    GREETING,
    /** We say who we are and hear what the server can do. */
    EHLO,
    /** The line is being encrypted. */
    TLS,
    /** We sign in. */
    SIGN_IN,
    /** The sender is given. */
    MAIL_FROM,
    /** The recipient is given. */
    RCPT_TO,
    /** The server is asked whether the mail may follow. */
    DATA,
    /** The mail is being handed over. */
    BODY,
    /** All of it is handed over; the answer is awaited. */
    FINAL_DOT,
    /** The server has said yes. */
    ACCEPTED;

    /** The phase that a command begins; one that belongs to none leaves it as it is. */
    Phase after(String command) {
        return switch (command.split(" ", 2)[0]) {
            case "EHLO", "HELO" -> EHLO;
            case "STARTTLS" -> TLS;
            case "AUTH" -> SIGN_IN;
            case "MAIL" -> MAIL_FROM;
            case "RCPT" -> RCPT_TO;
            case "DATA" -> DATA;
            default -> this;
        };
    }

    boolean isWithinAMail() {
        return compareTo(MAIL_FROM) >= 0;
    }

    boolean isAboutOneMail() {
        return compareTo(MAIL_FROM) > 0;
    }
}
