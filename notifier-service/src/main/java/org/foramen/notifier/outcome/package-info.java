/** What became of inquiries, told to whoever builds on it: an outbox in the ledger, and a topic. */
@NullMarked
package org.foramen.notifier.outcome;

import org.jspecify.annotations.NullMarked;
