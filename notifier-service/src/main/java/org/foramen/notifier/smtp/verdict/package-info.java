/** Decides what an answer means, and whom it concerns. */
@NullMarked
package org.foramen.notifier.smtp.verdict;

import org.jspecify.annotations.NullMarked;
