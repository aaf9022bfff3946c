/** How the front desk is spoken to: what to do, by when, and what is known of the person. */
@NullMarked
package org.foramen.notifier.message.desk;

import org.jspecify.annotations.NullMarked;
