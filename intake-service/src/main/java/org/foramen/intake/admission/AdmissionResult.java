package org.foramen.intake.admission;

import java.time.Duration;
import java.util.List;
import org.foramen.intake.validation.FieldProblem;

/** What became of an inquiry at the door. Who answers it speaks of every case, or does not compile. */
public sealed interface AdmissionResult {

    default <A> A fold(Cases<A> cases) {
        if (this instanceof Taken one) {
            return cases.on(one);
        } else if (this instanceof Invalid one) {
            return cases.on(one);
        } else if (this instanceof TooSoon one) {
            return cases.on(one);
        } else if (this instanceof NotShown one) {
            return cases.on(one);
        } else if (this instanceof Busy one) {
            return cases.on(one);
        }
        return this instanceof KeyReused one ? cases.on(one) : cases.on((NotKept) this);
    }

    /** One answer to each case. */
    interface Cases<A> {

        A on(Taken taken);

        A on(Invalid invalid);

        A on(TooSoon soon);

        A on(NotShown missing);

        A on(Busy busy);

        A on(KeyReused reused);

        A on(NotKept refused);
    }

    /** It is safe with us. */
    record Taken(Receipt receipt) implements AdmissionResult {}

    /** Fields break their rules. */
    record Invalid(List<FieldProblem> problems) implements AdmissionResult {}

    /** Nobody fills in a form that quickly; the same token is good after the pause. */
    record TooSoon(Duration pause) implements AdmissionResult {}

    /** No form of ours that is still good was shown for it. */
    record NotShown(Cause cause) implements AdmissionResult {

        /** Why it was not let in. */
        public enum Cause {
            NO_TOKEN,
            UNKNOWN_TOKEN,
            EXPIRED_TOKEN,
            FOREIGN_PAGE
        }
    }

    /** Its address or network sent too many. */
    record Busy(Duration pause) implements AdmissionResult {}

    /** Its key or token was used for another inquiry. */
    record KeyReused() implements AdmissionResult {}

    /** It could be kept nowhere. */
    record NotKept() implements AdmissionResult {

        private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

        public Duration retryAfter() {
            return RETRY_AFTER;
        }
    }
}
