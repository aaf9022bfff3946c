/** Inquiries as people to answer: opened with their first record, found by the desk, counted. */
@NullMarked
package org.foramen.notifier.cases;

import org.jspecify.annotations.NullMarked;
