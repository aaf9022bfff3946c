/** Lays mails out: templates, and the texts that are filled in. */
@NullMarked
package org.foramen.notifier.message.template;

import org.jspecify.annotations.NullMarked;
