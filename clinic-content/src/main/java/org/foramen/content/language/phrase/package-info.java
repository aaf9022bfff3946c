/** The notation of phrases, and the search for them. */
@NullMarked
package org.foramen.content.language.phrase;

import org.jspecify.annotations.NullMarked;
