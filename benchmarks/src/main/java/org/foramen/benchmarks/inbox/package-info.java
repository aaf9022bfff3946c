/** How long a mail takes from the answer to its inbox. */
@NullMarked
package org.foramen.benchmarks.inbox;

import org.jspecify.annotations.NullMarked;
