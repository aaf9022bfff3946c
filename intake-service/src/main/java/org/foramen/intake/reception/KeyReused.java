package org.foramen.intake.reception;

/** A client sent a key again, with another inquiry than the first time. */
public final class KeyReused extends RuntimeException {

    KeyReused() {
        super("an idempotency key was used for two inquiries");
    }
}
