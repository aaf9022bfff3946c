/** The handouts as PDF, to mail and to print. */
@NullMarked
package org.foramen.content.print;

import org.jspecify.annotations.NullMarked;
