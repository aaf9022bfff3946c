/** Proves that each record has its deliveries; the ledger in figures. */
@NullMarked
package org.foramen.notifier.reconciliation;

import org.jspecify.annotations.NullMarked;
