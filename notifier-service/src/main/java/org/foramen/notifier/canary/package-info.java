/** Sends an inquiry of our own through the whole way, and looks whether it arrives. */
@NullMarked
package org.foramen.notifier.canary;

import org.jspecify.annotations.NullMarked;
