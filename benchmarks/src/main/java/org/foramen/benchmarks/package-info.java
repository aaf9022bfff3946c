/** Load and cost of both services, beside what people would use instead. */
@NullMarked
package org.foramen.benchmarks;

import org.jspecify.annotations.NullMarked;
