/** The folders of phrases: read, tried on their own examples, and quoted by file and line. */
@NullMarked
package org.foramen.content.language.file;

import org.jspecify.annotations.NullMarked;
