/** Who asks, and how often they may. */
@NullMarked
package org.foramen.intake.limits;

import org.jspecify.annotations.NullMarked;
