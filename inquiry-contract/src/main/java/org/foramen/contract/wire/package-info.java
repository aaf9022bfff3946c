/** JSON, CloudEvents headers, names of topics. */
@NullMarked
package org.foramen.contract.wire;

import org.jspecify.annotations.NullMarked;
