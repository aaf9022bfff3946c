/** The sentences of pages and mails, by language. */
@NullMarked
package org.foramen.content.wording;

import org.jspecify.annotations.NullMarked;
