/** The one thing that a mail, the board or the digest asks the front desk for. */
@NullMarked
package org.foramen.notifier.order;

import org.jspecify.annotations.NullMarked;
