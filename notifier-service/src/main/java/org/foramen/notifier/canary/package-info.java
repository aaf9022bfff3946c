/** Sends an inquiry of our own through the whole way now and then, and looks whether it arrives. */
@NullMarked
package org.foramen.notifier.canary;

import org.jspecify.annotations.NullMarked;
