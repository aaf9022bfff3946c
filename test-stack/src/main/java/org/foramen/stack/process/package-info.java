/** Programs that run as processes of their own, and their ports. */
@NullMarked
package org.foramen.stack.process;

import org.jspecify.annotations.NullMarked;
