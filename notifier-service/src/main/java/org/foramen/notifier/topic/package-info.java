/** The topic of inquiries: reading, scanning and writing its records, and its dead letters. */
@NullMarked
package org.foramen.notifier.topic;

import org.jspecify.annotations.NullMarked;
