/** Inquiries as people to answer: each has a case, open until somebody has noted what became of it. */
@NullMarked
package org.foramen.notifier.cases;

import org.jspecify.annotations.NullMarked;
