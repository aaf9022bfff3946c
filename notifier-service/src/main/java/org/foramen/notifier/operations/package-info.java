/** What an operator may do: erase, export, send again, replay. */
@NullMarked
package org.foramen.notifier.operations;

import org.jspecify.annotations.NullMarked;
