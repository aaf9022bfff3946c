/** Says in log lines and metrics what became of mails. */
@NullMarked
package org.foramen.notifier.sending.report;

import org.jspecify.annotations.NullMarked;
