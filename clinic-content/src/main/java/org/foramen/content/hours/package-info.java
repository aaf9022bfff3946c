/** When the clinic is open and by when it answers. */
@NullMarked
package org.foramen.content.hours;

import org.jspecify.annotations.NullMarked;
