package org.foramen.notifier.sending.attempt;

import org.foramen.notifier.ledger.followup.Followup;

/** An attempt with what follows from it, to be noted in the ledger. */
public record Ended(Attempted attempted, Followup followup) {}
