/** Time that passes, whatever the clock is set to, and what is done from time to time or when somebody asks. */
@NullMarked
package org.foramen.base.time;

import org.jspecify.annotations.NullMarked;
