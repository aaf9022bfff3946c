/** What both services need to start and stop. */
@NullMarked
package org.foramen.base;

import org.jspecify.annotations.NullMarked;
