/** The local mail server's page. */
@NullMarked
package org.foramen.local.inbox;

import org.jspecify.annotations.NullMarked;
