/** The education summaries: one procedure in one language each, and the library of all. */
@NullMarked
package org.foramen.content.handout;

import org.jspecify.annotations.NullMarked;
