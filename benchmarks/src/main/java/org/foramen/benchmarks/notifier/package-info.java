/** The notifier beside other ways from a topic to a mail server. */
@NullMarked
package org.foramen.benchmarks.notifier;

import org.jspecify.annotations.NullMarked;
