/** How an HTML mail is laid out. */
@NullMarked
package org.foramen.notifier.message.layout;

import org.jspecify.annotations.NullMarked;
