/** What came of a try, noted with what follows from it. */
@NullMarked
package org.foramen.notifier.ledger.followup;

import org.jspecify.annotations.NullMarked;
