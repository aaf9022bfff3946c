/** Settings with their defaults. */
@NullMarked
package org.foramen.notifier.settings;

import org.jspecify.annotations.NullMarked;
