/** The one thing that the front desk is asked to do about an inquiry. */
@NullMarked
package org.foramen.notifier.order;

import org.jspecify.annotations.NullMarked;
