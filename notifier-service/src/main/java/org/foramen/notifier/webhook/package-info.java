/** Tells others by HTTP what becomes of inquiries: signed, and again until they have it. */
@NullMarked
package org.foramen.notifier.webhook;

import org.jspecify.annotations.NullMarked;
