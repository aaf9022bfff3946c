/** Where sign-ins are kept: in the ledger's database, so that a restart and another notifier know them. */
@NullMarked
package org.foramen.notifier.console.signin.session;

import org.jspecify.annotations.NullMarked;
