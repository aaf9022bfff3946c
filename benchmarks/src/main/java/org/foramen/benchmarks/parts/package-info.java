/** The services' parts, each by itself. */
@NullMarked
package org.foramen.benchmarks.parts;

import org.jspecify.annotations.NullMarked;
