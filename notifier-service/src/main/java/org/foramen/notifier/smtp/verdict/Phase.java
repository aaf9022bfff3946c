package org.foramen.notifier.smtp.verdict;

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

    private static final int WANTS_SIGN_IN = 530;
    private static final int CLOSING = 421;

    /** The phase that a command begins; one that belongs to none leaves it as it is. */
    public Phase after(String command) {
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

    /** What a server that was reached said, or did not say. */
    public String inWords(Reply reply) {
        String said = " (" + reply.inWords() + ")";
        return switch (this) {
            case NAME -> "the mail server's name is not known";
            case CONNECTION -> "the mail server cannot be reached";
            case GREETING -> "the mail server does not greet us" + said;
            case EHLO -> "the mail server does not take our EHLO" + said;
            case TLS -> "the mail server does not encrypt the line" + said;
            case SIGN_IN ->
                reply.code() >= 500
                        ? "the mail server refused our sign-in" + said
                        : "the mail server cannot sign us in now" + said;
            case MAIL_FROM -> atTheSender(reply) + said;
            case RCPT_TO, DATA, BODY, FINAL_DOT, ACCEPTED -> "the mail server does not take this mail" + said;
        };
    }

    private static String atTheSender(Reply reply) {
        if (reply.code() == WANTS_SIGN_IN) {
            return "the mail server wants us to sign in";
        }
        if (reply.isAbout(5)) {
            return OurFault.PROTOCOL;
        }
        if (reply.code() >= 500) {
            return "the mail server refuses our sender address";
        }
        return reply.isNone() || reply.code() == CLOSING
                ? "the mail server hung up before it heard of a mail"
                : "the mail server does not take mail now";
    }
}
