/** The intake beside endpoints that do less. */
@NullMarked
package org.foramen.benchmarks.intake;

import org.jspecify.annotations.NullMarked;
