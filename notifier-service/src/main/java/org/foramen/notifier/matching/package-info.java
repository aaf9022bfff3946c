/** Finds the handout that answers an inquiry. */
@NullMarked
package org.foramen.notifier.matching;

import org.jspecify.annotations.NullMarked;
