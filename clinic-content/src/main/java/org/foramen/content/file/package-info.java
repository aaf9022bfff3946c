/** Reads YAML and text so that an error names file and line. */
@NullMarked
package org.foramen.content.file;

import org.jspecify.annotations.NullMarked;
