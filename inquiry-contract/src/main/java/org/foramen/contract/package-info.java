/** What travels: the inquiry and its words. */
@NullMarked
package org.foramen.contract;

import org.jspecify.annotations.NullMarked;
