/** The words of what is owed: delivery, audience, state, reason. */
@NullMarked
package org.foramen.notifier.delivery;

import org.jspecify.annotations.NullMarked;
