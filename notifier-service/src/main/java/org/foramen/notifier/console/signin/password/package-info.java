/** Names and passwords. */
@NullMarked
package org.foramen.notifier.console.signin.password;

import org.jspecify.annotations.NullMarked;
