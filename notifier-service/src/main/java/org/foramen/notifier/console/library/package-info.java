/** Its pages about what is sent: handouts, each kind of mail, and how a sentence is read and answered. */
@NullMarked
package org.foramen.notifier.console.library;

import org.jspecify.annotations.NullMarked;
