/** Takes every mail that the services send, keeps it as a file and shows it on a page. */
@NullMarked
package org.foramen.local.inbox;

import org.jspecify.annotations.NullMarked;
