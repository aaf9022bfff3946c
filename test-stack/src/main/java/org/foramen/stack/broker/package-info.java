/** Kafka brokers: one in this JVM, or several as processes. */
@NullMarked
package org.foramen.stack.broker;

import org.jspecify.annotations.NullMarked;
