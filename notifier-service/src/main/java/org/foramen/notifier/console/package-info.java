/** The operator's console: shows what became of each inquiry, and lets people act on it under their own name. */
@NullMarked
package org.foramen.notifier.console;

import org.jspecify.annotations.NullMarked;
