/** Tells other systems by HTTP what became of inquiries, signed, until they have it. */
@NullMarked
package org.foramen.notifier.webhook;

import org.jspecify.annotations.NullMarked;
