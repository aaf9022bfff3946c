/** Who asks over HTTP, and how many connections the heap holds. */
@NullMarked
package org.foramen.base.web;

import org.jspecify.annotations.NullMarked;
