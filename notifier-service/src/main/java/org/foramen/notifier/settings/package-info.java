/** The notifier's settings, each with its default. */
@NullMarked
package org.foramen.notifier.settings;

import org.jspecify.annotations.NullMarked;
