/** Checks what a visitor sent and turns it into an event. */
@NullMarked
package org.foramen.intake.reception;

import org.jspecify.annotations.NullMarked;
