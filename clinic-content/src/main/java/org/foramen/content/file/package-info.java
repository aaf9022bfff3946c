/** Reading a file so that what is wrong is said with its line. */
@NullMarked
package org.foramen.content.file;

import org.jspecify.annotations.NullMarked;
