/** A mail to send, the try of it, and what that came to, as data. */
@NullMarked
package org.foramen.notifier.sending.attempt;

import org.jspecify.annotations.NullMarked;
