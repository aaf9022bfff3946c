/** What the browser tests of both services have in common: one Chromium, and pages that are watched. */
@NullMarked
package org.foramen.browser;

import org.jspecify.annotations.NullMarked;
