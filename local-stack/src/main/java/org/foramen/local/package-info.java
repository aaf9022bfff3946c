/** The local stack: broker, inbox and both services as processes, and what they print. */
@NullMarked
package org.foramen.local;

import org.jspecify.annotations.NullMarked;
