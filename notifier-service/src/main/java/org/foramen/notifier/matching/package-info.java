/** Decides which education summary answers an inquiry. */
@NullMarked
package org.foramen.notifier.matching;

import org.jspecify.annotations.NullMarked;
