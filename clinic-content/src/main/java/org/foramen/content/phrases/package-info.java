/** Finds phrases in what a visitor wrote, and tells whether they are said of now, denied, past, supposed, or said of another. */
@NullMarked
package org.foramen.content.phrases;

import org.jspecify.annotations.NullMarked;
