/** The tables of deliveries and of what operators did. */
@NullMarked
package org.foramen.notifier.ledger;

import org.jspecify.annotations.NullMarked;
