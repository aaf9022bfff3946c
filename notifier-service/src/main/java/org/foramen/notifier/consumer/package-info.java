/** Consumes inquiries from Kafka, and deliveries that are due from the ledger. */
@NullMarked
package org.foramen.notifier.consumer;

import org.jspecify.annotations.NullMarked;
