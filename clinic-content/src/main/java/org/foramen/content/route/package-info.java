/** Which inboxes an inquiry goes to. */
@NullMarked
package org.foramen.content.route;

import org.jspecify.annotations.NullMarked;
