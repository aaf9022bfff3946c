/** Submission tokens and proof of work. */
@NullMarked
package org.foramen.intake.token;

import org.jspecify.annotations.NullMarked;
