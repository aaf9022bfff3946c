/** Decides what an inquiry is answered with, and composes the mails. */
@NullMarked
package org.foramen.notifier.answering;

import org.jspecify.annotations.NullMarked;
