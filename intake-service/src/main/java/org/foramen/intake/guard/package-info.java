/** Limits on a request before it is read. */
@NullMarked
package org.foramen.intake.guard;

import org.jspecify.annotations.NullMarked;
