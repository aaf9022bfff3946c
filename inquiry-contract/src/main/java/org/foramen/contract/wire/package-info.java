/** The forms of an inquiry on the wire: JSON, CloudEvents headers, topics. */
@NullMarked
package org.foramen.contract.wire;

import org.jspecify.annotations.NullMarked;
