/** How soon the services are ready, and how much memory they take. */
@NullMarked
package org.foramen.benchmarks.start;

import org.jspecify.annotations.NullMarked;
