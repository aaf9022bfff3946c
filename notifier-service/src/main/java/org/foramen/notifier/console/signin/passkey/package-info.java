/** Passkeys (WebAuthn) of those who sign in with a password: made, presented, and demanded where that is set. */
@NullMarked
package org.foramen.notifier.console.signin.passkey;

import org.jspecify.annotations.NullMarked;
