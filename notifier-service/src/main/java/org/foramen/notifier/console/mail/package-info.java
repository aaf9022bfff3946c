/** The console's pages about mails, for whoever looks after them. */
@NullMarked
package org.foramen.notifier.console.mail;

import org.jspecify.annotations.NullMarked;
