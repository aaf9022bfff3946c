/** Reads what the clinic's staff edit, whole and checked. */
@NullMarked
package org.foramen.content;

import org.jspecify.annotations.NullMarked;
