/** What both services need to start and to stop well. */
@NullMarked
package org.foramen.base;

import org.jspecify.annotations.NullMarked;
