/** The handouts as PDF. */
@NullMarked
package org.foramen.notifier.handout;

import org.jspecify.annotations.NullMarked;
