/** The one door that every inquiry passes, a page's or a program's: checks against abuse, limits, field rules, a safe place. */
@NullMarked
package org.foramen.intake.admission;

import org.jspecify.annotations.NullMarked;
