/** What an inquiry costs when there were many before it. */
@NullMarked
package org.foramen.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
