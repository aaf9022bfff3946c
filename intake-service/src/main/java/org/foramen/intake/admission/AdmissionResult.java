package org.foramen.intake.admission;

import java.time.Duration;
import java.util.List;
import org.foramen.intake.validation.FieldProblem;

/** What became of an inquiry at the door. Who answers it speaks of every case, or does not compile. */
public sealed interface AdmissionResult {

    <A> A fold(Cases<A> cases);

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
    record Taken(Receipt receipt) implements AdmissionResult {

        @Override
        public <A> A fold(Cases<A> cases) {
            return cases.on(this);
        }
    }

    /** Fields break their rules. */
    record Invalid(List<FieldProblem> problems) implements AdmissionResult {

        @Override
        public <A> A fold(Cases<A> cases) {
            return cases.on(this);
        }
    }

    /** Nobody fills in a form that quickly; the same token is good after the pause. */
    record TooSoon(Duration pause) implements AdmissionResult {

        @Override
        public <A> A fold(Cases<A> cases) {
            return cases.on(this);
        }
    }

    /** No form of ours that is still good was shown for it. */
    record NotShown(Cause cause) implements AdmissionResult {

        /** Why it was not let in. */
        public enum Cause {
            NO_TOKEN,
            UNKNOWN_TOKEN,
            EXPIRED_TOKEN,
            FOREIGN_PAGE
        }

        @Override
        public <A> A fold(Cases<A> cases) {
            return cases.on(this);
        }
    }

    /** Its address or network sent too many. */
    record Busy(Duration pause) implements AdmissionResult {

        @Override
        public <A> A fold(Cases<A> cases) {
            return cases.on(this);
        }
    }

    /** Its key or token was used for another inquiry. */
    record KeyReused() implements AdmissionResult {

        @Override
        public <A> A fold(Cases<A> cases) {
            return cases.on(this);
        }
    }

    /** It could be kept nowhere. */
    record NotKept() implements AdmissionResult {

        private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

        public Duration retryAfter() {
            return RETRY_AFTER;
        }

        @Override
        public <A> A fold(Cases<A> cases) {
            return cases.on(this);
        }
    }
}
