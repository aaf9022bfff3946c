/** What came of a try, noted in the ledger with what follows from it. */
@NullMarked
package org.foramen.notifier.ledger.followup;

import org.jspecify.annotations.NullMarked;
