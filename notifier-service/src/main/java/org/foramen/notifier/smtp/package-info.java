/** Speaks SMTP, and decides what an answer means. */
@NullMarked
package org.foramen.notifier.smtp;

import org.jspecify.annotations.NullMarked;
