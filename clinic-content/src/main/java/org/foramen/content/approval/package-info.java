/** Who approved a text, until when, and whether it is still that text. */
@NullMarked
package org.foramen.content.approval;

import org.jspecify.annotations.NullMarked;
