package org.foramen.notifier.delivery;

/** Why a person gets no mail from us. The clinic is told, and answers them itself. */
public enum Withheld {
    NO_CONSENT("no-consent", "This person did not agree to e-mail. Please phone."),
    SUSPECTED("suspected-spam", "This looks like spam or like a robot."),
    OWN_ADDRESS("own-address", "The e-mail address is one of the clinic's own."),
    ROLE_ADDRESS("role-address", "The e-mail address belongs to a machine or an office, not to a person.");

    private final String code;
    private final String sentence;

    Withheld(String code, String sentence) {
        this.code = code;
        this.sentence = sentence;
    }

    /** The reason in the ledger. */
    public String code() {
        return code;
    }

    /** The reason in the clinic's mail. */
    public String sentence() {
        return sentence;
    }
}
