/** Signs in to the mail server: OAuth access tokens, and one who tries for all while a sign-in is refused. */
@NullMarked
package org.foramen.notifier.smtp.signin;

import org.jspecify.annotations.NullMarked;
