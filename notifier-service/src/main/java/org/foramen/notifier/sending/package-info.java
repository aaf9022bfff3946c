/** One attempt, and what follows from its outcome. */
@NullMarked
package org.foramen.notifier.sending;

import org.jspecify.annotations.NullMarked;
