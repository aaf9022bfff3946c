/** Speaks SMTP. */
@NullMarked
package org.foramen.notifier.smtp;

import org.jspecify.annotations.NullMarked;
