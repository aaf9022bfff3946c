/** Who asks over HTTP, and what share of the heap there is to answer with. */
@NullMarked
package org.foramen.base.web;

import org.jspecify.annotations.NullMarked;
