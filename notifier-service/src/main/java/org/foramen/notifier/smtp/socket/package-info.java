/** Lines to a mail server that end in time and answer within measure. */
@NullMarked
package org.foramen.notifier.smtp.socket;

import org.jspecify.annotations.NullMarked;
