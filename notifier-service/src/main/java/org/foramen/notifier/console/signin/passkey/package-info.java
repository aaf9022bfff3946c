/** Passkeys: made, presented, demanded as a second factor. */
@NullMarked
package org.foramen.notifier.console.signin.passkey;

import org.jspecify.annotations.NullMarked;
