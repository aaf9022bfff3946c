/** Reads what the clinic's staff edit: who the clinic is, and the handouts it sends. */
@NullMarked
package org.foramen.content;

import org.jspecify.annotations.NullMarked;
