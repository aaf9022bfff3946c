/** Reads mailboxes. */
@NullMarked
package org.foramen.notifier.imap;

import org.jspecify.annotations.NullMarked;
