/** Sends what is owed, once, and decides what follows from the outcome. */
@NullMarked
package org.foramen.notifier.sending;

import org.jspecify.annotations.NullMarked;
