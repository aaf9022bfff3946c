/** Decides what an inquiry is answered with, and has the mails composed. */
@NullMarked
package org.foramen.notifier.answering;

import org.jspecify.annotations.NullMarked;
