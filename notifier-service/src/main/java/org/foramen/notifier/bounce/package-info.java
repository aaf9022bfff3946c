/** Reads what comes back about mails that were taken, and draws the consequence. */
@NullMarked
package org.foramen.notifier.bounce;

import org.jspecify.annotations.NullMarked;
