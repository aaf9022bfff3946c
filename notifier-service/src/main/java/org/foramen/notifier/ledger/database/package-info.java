/** The database under the ledger: its connections, its file, and whether it takes what is written. */
@NullMarked
package org.foramen.notifier.ledger.database;

import org.jspecify.annotations.NullMarked;
