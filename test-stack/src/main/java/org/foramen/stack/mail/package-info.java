/** A mail server that does as it is told, and how its mails are read. */
@NullMarked
package org.foramen.stack.mail;

import org.jspecify.annotations.NullMarked;
