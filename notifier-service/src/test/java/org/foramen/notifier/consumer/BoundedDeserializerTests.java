package org.foramen.notifier.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.foramen.contract.wire.Topics;
import org.junit.jupiter.api.Test;

class BoundedDeserializerTests {

    private final BoundedDeserializer values = new BoundedDeserializer();

    @Test
    void aValueIsReadAsItIs() {
        byte[] largest = new byte[Topics.LARGEST_RECORD];
        largest[7] = 7;

        assertThat(read(largest)).isEqualTo(largest);
        assertThat(values.deserialize("inquiries", largest)).isEqualTo(largest);
    }

    @Test
    void oneThatUnpacksToMoreThanKafkaTakesIsReadAsEmptyAndIsNoTombstone() {
        byte[] larger = new byte[Topics.LARGEST_RECORD + 1];

        assertThat(read(larger)).isNotNull().isEmpty();
        assertThat(values.deserialize("inquiries", larger)).isNotNull().isEmpty();
    }

    @Test
    void aTombstoneStaysOne() {
        assertThat(values.deserialize("inquiries", new RecordHeaders(), (ByteBuffer) null))
                .isNull();
    }

    private byte[] read(byte[] value) {
        return values.deserialize("inquiries", new RecordHeaders(), ByteBuffer.wrap(value));
    }
}
