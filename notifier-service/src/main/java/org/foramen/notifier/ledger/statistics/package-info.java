/** The ledger in figures, for people and metrics. */
@NullMarked
package org.foramen.notifier.ledger.statistics;

import org.jspecify.annotations.NullMarked;
