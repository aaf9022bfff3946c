/** What every measurement needs: processes whose cost is read, a mail server that takes anything, rounds and tables. */
@NullMarked
package org.foramen.benchmarks.instrument;

import org.jspecify.annotations.NullMarked;
