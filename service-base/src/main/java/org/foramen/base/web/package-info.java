/** Who asks over HTTP, and how many may at once. */
@NullMarked
package org.foramen.base.web;

import org.jspecify.annotations.NullMarked;
