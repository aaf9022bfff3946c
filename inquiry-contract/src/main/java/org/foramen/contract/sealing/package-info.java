/** Encrypts an inquiry for the clinic and decrypts it (JWE). */
@NullMarked
package org.foramen.contract.sealing;

import org.jspecify.annotations.NullMarked;
