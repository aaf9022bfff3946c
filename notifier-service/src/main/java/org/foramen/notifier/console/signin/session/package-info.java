/** Keeps sign-ins in the ledger's database. */
@NullMarked
package org.foramen.notifier.console.signin.session;

import org.jspecify.annotations.NullMarked;
