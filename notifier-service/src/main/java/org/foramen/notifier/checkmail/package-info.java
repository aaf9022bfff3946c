/** The command that tries the way to the mail server and to the mailboxes that are read, and says what is wrong. */
@NullMarked
package org.foramen.notifier.checkmail;

import org.jspecify.annotations.NullMarked;
