/** Consumes the topic, and runs the loop that sends what is owed. */
@NullMarked
package org.foramen.notifier.consumer;

import org.jspecify.annotations.NullMarked;
