package org.foramen.intake.admission;

import org.foramen.intake.token.FormScope;
import org.foramen.intake.token.SubmissionProof;
import org.jspecify.annotations.Nullable;

/** What an inquiry brings to be let in. */
public sealed interface Credentials {

    /**
     * A form of ours.
     *
     * @param scope the form that it must be
     * @param foreign true when another site's page sent it
     * @param language of the page on which consent was asked
     */
    record Form(FormScope scope, SubmissionProof proof, boolean foreign, String language) implements Credentials {}

    /**
     * A program.
     *
     * @param proof null when it has no token
     * @param authorization the header in which other servers give their key
     * @param idempotencyKey its own name for the inquiry
     */
    record Program(@Nullable SubmissionProof proof, @Nullable String authorization, @Nullable String idempotencyKey)
            implements Credentials {

        @Override
        public String toString() {
            return "Program[not shown]";
        }
    }
}
