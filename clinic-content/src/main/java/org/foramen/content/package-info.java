/** The content folder, loaded and checked whole. */
@NullMarked
package org.foramen.content;

import org.jspecify.annotations.NullMarked;
