/** Measures how well messages are understood, on labelled sets. */
@NullMarked
package org.foramen.benchmarks.understanding;

import org.jspecify.annotations.NullMarked;
