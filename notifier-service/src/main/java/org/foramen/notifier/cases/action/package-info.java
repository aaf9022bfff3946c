/** What people may do to a case, and its history. */
@NullMarked
package org.foramen.notifier.cases.action;

import org.jspecify.annotations.NullMarked;
