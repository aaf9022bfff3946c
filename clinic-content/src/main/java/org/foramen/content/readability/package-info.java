/** How hard a text is to read. */
@NullMarked
package org.foramen.content.readability;

import org.jspecify.annotations.NullMarked;
