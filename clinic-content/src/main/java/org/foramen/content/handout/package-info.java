/** The education summaries and the library of them. */
@NullMarked
package org.foramen.content.handout;

import org.jspecify.annotations.NullMarked;
