/** The command {@code check-mail}: what stands between this machine and a mail that people see. */
@NullMarked
package org.foramen.notifier.checkmail;

import org.jspecify.annotations.NullMarked;
