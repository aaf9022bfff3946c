/** Says again who waits, louder where it is an emergency; the figures of people. */
@NullMarked
package org.foramen.notifier.reminders;

import org.jspecify.annotations.NullMarked;
