/** Who may sign in to the console, and as what. */
@NullMarked
package org.foramen.notifier.console.signin;

import org.jspecify.annotations.NullMarked;
