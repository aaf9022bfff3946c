/** Finds words in an inquiry that suggest an emergency. */
@NullMarked
package org.foramen.intake.screening;

import org.jspecify.annotations.NullMarked;
