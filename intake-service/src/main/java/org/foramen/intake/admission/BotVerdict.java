package org.foramen.intake.admission;

import java.time.Duration;
import java.util.List;

/** Whether something that was sent may come in. */
public sealed interface BotVerdict {

    /**
     * It may.
     *
     * @param suspicions by their codes; the clinic decides what they are worth
     */
    record Granted(List<String> suspicions) implements BotVerdict {}

    /**
     * Nobody fills in a form that quickly.
     *
     * @param pause until the same token is good
     */
    record TooSoon(Duration pause) implements BotVerdict {}

    /**
     * It has no token of this form that is still good.
     *
     * @param shownBefore true when the token was ours and is only too old
     */
    record NotShown(boolean shownBefore) implements BotVerdict {}
}
