package org.foramen.notifier.sending.attempt;

import org.foramen.notifier.delivery.Delivery;

/** A delivery that the ledger says we may try now, with the task that it was begun for. */
public record Attempt(Task task, Delivery delivery) {}
