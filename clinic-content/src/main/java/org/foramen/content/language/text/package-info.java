/** The words of a text: cut once, in plain letters, with the sentences they stand in. */
@NullMarked
package org.foramen.content.language.text;

import org.jspecify.annotations.NullMarked;
