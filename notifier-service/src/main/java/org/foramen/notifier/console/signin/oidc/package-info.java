/** Sign-in at the clinic's identity provider. */
@NullMarked
package org.foramen.notifier.console.signin.oidc;

import org.jspecify.annotations.NullMarked;
