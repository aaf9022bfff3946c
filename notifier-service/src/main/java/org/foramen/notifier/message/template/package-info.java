/** How mails are laid out: templates, and the texts that are filled into them. */
@NullMarked
package org.foramen.notifier.message.template;

import org.jspecify.annotations.NullMarked;
