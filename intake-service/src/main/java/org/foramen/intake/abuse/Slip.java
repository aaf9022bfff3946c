package org.foramen.intake.abuse;

/**
 * What comes with an inquiry beside what was typed.
 *
 * @param token the submission token; empty when there is none
 * @param proof the proof of work; empty when there is none
 * @param trap what stands in the field that nobody sees
 */
public record Slip(String token, String proof, String trap) {

    static final Slip NONE = new Slip("", "", "");
}
