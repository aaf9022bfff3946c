/** Time that passes, whatever the clock is set to. */
@NullMarked
package org.foramen.base.time;

import org.jspecify.annotations.NullMarked;
