/** Limits on requests before any of them is read. */
@NullMarked
package org.foramen.intake.guard;

import org.jspecify.annotations.NullMarked;
