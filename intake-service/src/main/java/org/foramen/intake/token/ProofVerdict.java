package org.foramen.intake.token;

/** What came of the proof of work. */
public enum ProofVerdict {
    GIVEN,
    /** Nobody tried: scripts are off, or the device was too slow. */
    ABSENT,
    /** Something was sent that proves nothing. */
    FALSE
}
