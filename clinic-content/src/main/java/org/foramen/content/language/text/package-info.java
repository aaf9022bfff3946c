/** Words and sentences of a text. */
@NullMarked
package org.foramen.content.language.text;

import org.jspecify.annotations.NullMarked;
