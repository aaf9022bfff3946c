package org.foramen.intake.token;

import java.time.Duration;

/** What is thought of a submission token. */
public sealed interface TokenVerdict {

    <A> A fold(Cases<A> cases);

    /** One answer to each case. */
    interface Cases<A> {

        A good();

        A tooSoon(Duration pause);

        A tooLate();

        A forged();
    }

    record Good() implements TokenVerdict {

        @Override
        public <A> A fold(Cases<A> cases) {
            return cases.good();
        }
    }

    /** @param pause how long until it is good */
    record TooSoon(Duration pause) implements TokenVerdict {

        @Override
        public <A> A fold(Cases<A> cases) {
            return cases.tooSoon(pause);
        }
    }

    /** Ours, but older than a form may be. */
    record TooLate() implements TokenVerdict {

        @Override
        public <A> A fold(Cases<A> cases) {
            return cases.tooLate();
        }
    }

    /** Not there, not ours, or another form's. */
    record Forged() implements TokenVerdict {

        @Override
        public <A> A fold(Cases<A> cases) {
            return cases.forged();
        }
    }
}
