package org.foramen.intake.admission;

import java.util.function.Function;

/** Whether something that was sent may come in. */
sealed interface BotVerdict {

    <A> A fold(Function<SubmissionContext, A> passed, Function<AdmissionResult, A> refused);

    record Passed(SubmissionContext context) implements BotVerdict {

        @Override
        public <A> A fold(Function<SubmissionContext, A> passed, Function<AdmissionResult, A> refused) {
            return passed.apply(context);
        }
    }

    record Refused(AdmissionResult result) implements BotVerdict {

        @Override
        public <A> A fold(Function<SubmissionContext, A> passed, Function<AdmissionResult, A> refused) {
            return refused.apply(result);
        }
    }
}
