/** Reads inquiries from Kafka and sees each through to its mails. */
@NullMarked
package org.foramen.notifier.inbox;

import org.jspecify.annotations.NullMarked;
