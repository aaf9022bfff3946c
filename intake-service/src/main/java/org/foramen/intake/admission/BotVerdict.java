package org.foramen.intake.admission;

import java.util.function.Function;

/** Whether something that was sent may come in. */
sealed interface BotVerdict {

    default <A> A fold(Function<SubmissionContext, A> passed, Function<AdmissionResult, A> refused) {
        return this instanceof Passed one ? passed.apply(one.context()) : refused.apply(((Refused) this).result());
    }

    record Passed(SubmissionContext context) implements BotVerdict {}

    record Refused(AdmissionResult result) implements BotVerdict {}
}
