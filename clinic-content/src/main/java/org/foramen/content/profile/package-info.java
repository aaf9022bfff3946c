/** Who the clinic is: {@code clinic.yml}. */
@NullMarked
package org.foramen.content.profile;

import org.jspecify.annotations.NullMarked;
