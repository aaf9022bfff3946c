/** What a press is answered, and the page to which it leads back. */
@NullMarked
package org.foramen.notifier.console.press;

import org.jspecify.annotations.NullMarked;
