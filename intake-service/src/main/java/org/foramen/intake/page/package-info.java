/** What every page has: its address and language, the clinic's looks, numbers to tap. */
@NullMarked
package org.foramen.intake.page;

import org.jspecify.annotations.NullMarked;
