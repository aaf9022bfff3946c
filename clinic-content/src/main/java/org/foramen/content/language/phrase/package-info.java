/** The notation of phrases and the search for them: parsed once, then looked for in the words of each message. */
@NullMarked
package org.foramen.content.language.phrase;

import org.jspecify.annotations.NullMarked;
