/** Reads what Kafka gives back: a record's headers, and past a record that it cannot give. */
@NullMarked
package org.foramen.notifier.topic.records;

import org.jspecify.annotations.NullMarked;
