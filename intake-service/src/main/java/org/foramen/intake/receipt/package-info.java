/** The page after an inquiry was taken: what to do first, who answers by when, the handout. */
@NullMarked
package org.foramen.intake.receipt;

import org.jspecify.annotations.NullMarked;
