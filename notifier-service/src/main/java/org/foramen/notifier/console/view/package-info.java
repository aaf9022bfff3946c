/** What the console's pages show, in words and shapes. */
@NullMarked
package org.foramen.notifier.console.view;

import org.jspecify.annotations.NullMarked;
