/** How many connections the heap holds, how many of them a household gets, and the port of health and metrics. */
@NullMarked
package org.foramen.base.web.connections;

import org.jspecify.annotations.NullMarked;
