/** The application: takes inquiries from the website, and answers only when they are safe. */
@NullMarked
package org.foramen.intake;

import org.jspecify.annotations.NullMarked;
