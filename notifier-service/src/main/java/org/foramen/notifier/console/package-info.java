/** The console: a controller for each page. */
@NullMarked
package org.foramen.notifier.console;

import org.jspecify.annotations.NullMarked;
