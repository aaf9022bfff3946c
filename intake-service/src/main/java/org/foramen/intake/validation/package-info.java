/** What a visitor sent, and the field rules that it must keep. */
@NullMarked
package org.foramen.intake.validation;

import org.jspecify.annotations.NullMarked;
