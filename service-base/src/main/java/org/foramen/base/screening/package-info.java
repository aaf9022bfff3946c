/** Finds words in an inquiry that suggest an emergency, or that no patient wrote it. */
@NullMarked
package org.foramen.base.screening;

import org.jspecify.annotations.NullMarked;
