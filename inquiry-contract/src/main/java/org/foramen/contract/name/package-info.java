/** How one of a few is called outside of this program. */
@NullMarked
package org.foramen.contract.name;

import org.jspecify.annotations.NullMarked;
