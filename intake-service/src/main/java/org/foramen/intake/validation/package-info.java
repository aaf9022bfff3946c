/** The rules of the fields. */
@NullMarked
package org.foramen.intake.validation;

import org.jspecify.annotations.NullMarked;
