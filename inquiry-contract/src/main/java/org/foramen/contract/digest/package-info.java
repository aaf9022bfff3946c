/** SHA-256 of a text, plain or under a key. */
@NullMarked
package org.foramen.contract.digest;

import org.jspecify.annotations.NullMarked;
