/** Sockets to the mail server, with time-outs and limits. */
@NullMarked
package org.foramen.notifier.smtp.socket;

import org.jspecify.annotations.NullMarked;
