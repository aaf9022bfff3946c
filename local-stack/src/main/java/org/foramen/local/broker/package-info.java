/** A real Kafka broker inside this JVM. */
@NullMarked
package org.foramen.local.broker;

import org.jspecify.annotations.NullMarked;
