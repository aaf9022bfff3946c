/** What the notifier is compared with. */
@NullMarked
package org.foramen.benchmarks.notifier.peers;

import org.jspecify.annotations.NullMarked;
