/** Owes, sends and accounts for mails: the ledger and the exchange with the mail server. */
@NullMarked
package org.foramen.notifier.delivery;

import org.jspecify.annotations.NullMarked;
