/** Settings with their defaults. */
@NullMarked
package org.foramen.intake.settings;

import org.jspecify.annotations.NullMarked;
