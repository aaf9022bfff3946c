/** Sign-in at the clinic's identity provider, by OpenID Connect. */
@NullMarked
package org.foramen.notifier.console.signin.oidc;

import org.jspecify.annotations.NullMarked;
