/** The JSON interface for programs. */
@NullMarked
package org.foramen.intake.api;

import org.jspecify.annotations.NullMarked;
