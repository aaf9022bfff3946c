package org.foramen.intake.token;

/**
 * What comes with an inquiry beside what was typed.
 *
 * @param token the submission token; empty when there is none
 * @param proof the proof of work; empty when there is none
 * @param trap what stands in the field that nobody sees
 */
public record SubmissionProof(String token, String proof, String trap) {

    public static final SubmissionProof NONE = new SubmissionProof("", "", "");
}
