/** Writes the mails, as plain data. */
@NullMarked
package org.foramen.notifier.message;

import org.jspecify.annotations.NullMarked;
