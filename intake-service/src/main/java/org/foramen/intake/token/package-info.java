/** The submission token: proof that a form was shown, by whom and when. */
@NullMarked
package org.foramen.intake.token;

import org.jspecify.annotations.NullMarked;
