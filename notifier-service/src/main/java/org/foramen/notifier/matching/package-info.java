/** Which handout answers an inquiry. */
@NullMarked
package org.foramen.notifier.matching;

import org.jspecify.annotations.NullMarked;
