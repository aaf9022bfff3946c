/** Makes inquiries durable: Kafka, or the spool. */
@NullMarked
package org.foramen.intake.publish;

import org.jspecify.annotations.NullMarked;
