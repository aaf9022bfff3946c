/** Keeps robots and floods away from the form and the API, and never a person. */
@NullMarked
package org.foramen.intake.abuse;

import org.jspecify.annotations.NullMarked;
