/** The table of deliveries. */
@NullMarked
package org.foramen.notifier.ledger;

import org.jspecify.annotations.NullMarked;
