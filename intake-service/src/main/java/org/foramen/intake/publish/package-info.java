/** Makes inquiries safe: in Kafka, or on this machine's disk until Kafka is back. */
@NullMarked
package org.foramen.intake.publish;

import org.jspecify.annotations.NullMarked;
