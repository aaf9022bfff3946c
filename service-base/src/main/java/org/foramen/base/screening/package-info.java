/** Finds words in an inquiry that suggest an emergency. */
@NullMarked
package org.foramen.base.screening;

import org.jspecify.annotations.NullMarked;
