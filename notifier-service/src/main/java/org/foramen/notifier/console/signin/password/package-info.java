/** Names and passwords: the file of users, and who must wait for guessing. */
@NullMarked
package org.foramen.notifier.console.signin.password;

import org.jspecify.annotations.NullMarked;
