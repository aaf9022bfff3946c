/** Its pages about mails and records that cannot be read. */
@NullMarked
package org.foramen.notifier.console.mail;

import org.jspecify.annotations.NullMarked;
