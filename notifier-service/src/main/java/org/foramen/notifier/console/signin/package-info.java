/** Who may see which page, and the ways to sign in. */
@NullMarked
package org.foramen.notifier.console.signin;

import org.jspecify.annotations.NullMarked;
