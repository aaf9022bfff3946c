/** The words of what is owed: subject, recipient, state, reason. */
@NullMarked
package org.foramen.notifier.delivery;

import org.jspecify.annotations.NullMarked;
