/**
 * Finds phrases in what a visitor wrote, and tells whether they are said of now, denied, past, supposed, or said of another.
 *
 * <p>The path of a message: {@link org.foramen.content.phrases.Phrasebook#read} cuts it into {@code Words}, by
 * {@code LatinWords} where its letters are the usual ones and by {@code WordReader} else. {@code Vocabulary} notes the places
 * of all known words, {@code LetterTree} those that are spelled right and {@code CloseSpellings} the others. A
 * {@link org.foramen.content.phrases.Reading} then looks for a list when it is asked for it: {@code Keywords} says which
 * phrases have their rarest word in the message, {@code Phrase} walks from word to word, exceptions are taken away, and
 * {@code Doubting} asks how far the words that cast doubt reach.
 */
@NullMarked
package org.foramen.content.phrases;

import org.jspecify.annotations.NullMarked;
