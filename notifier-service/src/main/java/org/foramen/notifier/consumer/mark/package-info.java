/** Follows records that say what an operator did: erased, held, replayed. */
@NullMarked
package org.foramen.notifier.consumer.mark;

import org.jspecify.annotations.NullMarked;
