/** Says again what waits: reminders to the clinic, owed in the ledger as any other mail, and the figures of people. */
@NullMarked
package org.foramen.notifier.reminders;

import org.jspecify.annotations.NullMarked;
