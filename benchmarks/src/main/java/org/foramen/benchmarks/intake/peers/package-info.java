/** What the intake is compared with. */
@NullMarked
package org.foramen.benchmarks.intake.peers;

import org.jspecify.annotations.NullMarked;
