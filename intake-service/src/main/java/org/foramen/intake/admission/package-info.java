/** Whether an inquiry is taken: one sealed result for page and API. */
@NullMarked
package org.foramen.intake.admission;

import org.jspecify.annotations.NullMarked;
