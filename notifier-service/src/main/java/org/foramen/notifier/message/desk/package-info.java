/** How the front desk is spoken to: the order in words, by when, what is known. */
@NullMarked
package org.foramen.notifier.message.desk;

import org.jspecify.annotations.NullMarked;
