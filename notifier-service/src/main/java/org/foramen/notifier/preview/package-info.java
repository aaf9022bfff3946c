/** Shows what mails look like and where an inquiry would go, without sending anything. */
@NullMarked
package org.foramen.notifier.preview;

import org.jspecify.annotations.NullMarked;
