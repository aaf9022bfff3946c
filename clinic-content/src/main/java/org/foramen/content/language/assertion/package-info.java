/**
 * Whether what was found in a message is denied, past, or said of another.
 *
 * <p>The path of a message: {@link org.foramen.content.language.phrase.Phrasebook#read} cuts it into words and notes where
 * known words stand. A {@link org.foramen.content.language.phrase.Reading} looks for the phrases of a list when it is asked
 * for it, and {@link org.foramen.content.language.assertion.Assertions} asks how far the words that cast doubt reach.
 */
@NullMarked
package org.foramen.content.language.assertion;

import org.jspecify.annotations.NullMarked;
