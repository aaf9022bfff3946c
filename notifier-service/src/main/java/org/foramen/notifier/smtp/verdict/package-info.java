/** What a conversation with the mail server meant: how far it got, what was said, and whom that concerns. */
@NullMarked
package org.foramen.notifier.smtp.verdict;

import org.jspecify.annotations.NullMarked;
