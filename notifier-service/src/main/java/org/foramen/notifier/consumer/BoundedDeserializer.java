package org.foramen.notifier.consumer;

import java.nio.ByteBuffer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Utils;
import org.foramen.contract.wire.Topics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the values of records. One that unpacks to more than Kafka takes of any of ours is read as empty, a dead letter: some
 * of them together do not fit into the heap. Kafka makes it by its name.
 */
public final class BoundedDeserializer implements Deserializer<byte[]> {

    private static final Logger log = LoggerFactory.getLogger(BoundedDeserializer.class);

    @Override
    public byte @Nullable [] deserialize(String topic, byte @Nullable [] value) {
        return value == null ? null : small(topic, ByteBuffer.wrap(value));
    }

    @Override
    public byte @Nullable [] deserialize(String topic, Headers headers, @Nullable ByteBuffer value) {
        return value == null ? null : small(topic, value);
    }

    private static byte[] small(String topic, ByteBuffer value) {
        if (value.remaining() <= Topics.LARGEST_RECORD) {
            return Utils.toArray(value);
        }
        log.warn("A record of {} is read as empty: it unpacks to {} bytes", topic, value.remaining());
        return new byte[0];
    }
}
