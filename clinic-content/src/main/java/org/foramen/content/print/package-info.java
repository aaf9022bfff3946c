/** The handouts as PDF. */
@NullMarked
package org.foramen.content.print;

import org.jspecify.annotations.NullMarked;
