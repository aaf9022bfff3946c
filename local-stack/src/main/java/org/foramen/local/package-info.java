/** Everything on one machine: the broker, the mail inbox, and the two services as processes of their own. */
@NullMarked
package org.foramen.local;

import org.jspecify.annotations.NullMarked;
