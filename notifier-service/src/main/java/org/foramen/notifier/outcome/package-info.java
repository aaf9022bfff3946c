/** What became of inquiries, for others: an outbox in the ledger, published to a topic. */
@NullMarked
package org.foramen.notifier.outcome;

import org.jspecify.annotations.NullMarked;
