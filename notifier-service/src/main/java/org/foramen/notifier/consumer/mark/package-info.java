/** Records that say what an operator did: an inquiry was erased, is held, or was a dead letter. The ledger notes it. */
@NullMarked
package org.foramen.notifier.consumer.mark;

import org.jspecify.annotations.NullMarked;
