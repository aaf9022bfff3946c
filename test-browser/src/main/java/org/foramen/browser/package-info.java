/** One Chromium, and visits that note what it loads and complains of. */
@NullMarked
package org.foramen.browser;

import org.jspecify.annotations.NullMarked;
