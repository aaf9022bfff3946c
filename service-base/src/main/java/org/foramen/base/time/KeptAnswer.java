package org.foramen.base.time;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A yes or no that costs something to find out: whoever asks again too soon is told what was found last. */
public final class KeptAnswer {

    private final BooleanSupplier question;
    private final Duration kept;
    private Wait untilAsked = Wait.of(Duration.ZERO);
    private boolean answer;

    /** @param kept how long an answer is good for */
    public KeptAnswer(BooleanSupplier question, Duration kept) {
        this.question = question;
        this.kept = kept;
    }

    /** The answer, found out now where the last one is too old; others who ask meanwhile wait for it. */
    public synchronized boolean isYes() {
        if (untilAsked.isOver()) {
            answer = question.getAsBoolean();
            untilAsked = Wait.of(kept);
        }
        return answer;
    }
}
