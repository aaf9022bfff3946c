package org.foramen.notifier.cases;

import java.util.List;
import org.foramen.contract.name.WireName;

/** Why a case is closed. */
public enum CloseReason implements WireName {
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
}
