package org.foramen.notifier.cases;

import java.util.List;
import java.util.Locale;

/** Why a case is closed. */
public enum CloseReason {
    /** The person has their answer, such as in another way. */
    ANSWERED,
    /** An advertisement, or a robot. */
    SPAM,
    /** The same person asked the same elsewhere. */
    DUPLICATE,
    /** For another office. */
    NOT_OURS,
    /** It was erased; only its bare id is left. */
    ERASED,
    /** It came before there were cases. */
    BEFORE_CASES;

    /** Those that people choose from. */
    public static final List<CloseReason> CHOICES = List.of(ANSWERED, SPAM, DUPLICATE, NOT_OURS);

    /** The name in the ledger, such as {@code not-ours}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when no reason has this name */
    public static CloseReason named(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
