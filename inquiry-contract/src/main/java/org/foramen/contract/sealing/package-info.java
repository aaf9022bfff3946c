/** Seals an inquiry for the clinic and opens it again (JWE, RFC 7516). */
@NullMarked
package org.foramen.contract.sealing;

import org.jspecify.annotations.NullMarked;
