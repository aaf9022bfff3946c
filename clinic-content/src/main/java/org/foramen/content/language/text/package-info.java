/** The words of a text: cut once, in plain letters, with the sentences they stand in and how far apart two spellings are. */
@NullMarked
package org.foramen.content.language.text;

import org.jspecify.annotations.NullMarked;
