/** The intake's settings, each with its default. */
@NullMarked
package org.foramen.intake.settings;

import org.jspecify.annotations.NullMarked;
