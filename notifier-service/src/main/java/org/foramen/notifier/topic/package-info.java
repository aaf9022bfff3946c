/** Reads, scans and writes the topic of inquiries and its dead letters. */
@NullMarked
package org.foramen.notifier.topic;

import org.jspecify.annotations.NullMarked;
