/** What people may do to a case: whoever saw its latest version may change it, and the history says who did. */
@NullMarked
package org.foramen.notifier.cases.action;

import org.jspecify.annotations.NullMarked;
