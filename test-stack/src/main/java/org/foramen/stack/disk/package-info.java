/** Disks that fail as told. */
@NullMarked
package org.foramen.stack.disk;

import org.jspecify.annotations.NullMarked;
