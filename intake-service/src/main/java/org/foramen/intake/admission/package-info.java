/** Whether an inquiry is let in. */
@NullMarked
package org.foramen.intake.admission;

import org.jspecify.annotations.NullMarked;
