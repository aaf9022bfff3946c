/** The mails, as data. */
@NullMarked
package org.foramen.notifier.message;

import org.jspecify.annotations.NullMarked;
