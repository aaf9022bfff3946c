package org.foramen.notifier.digest;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What Kafka dropped before it was read.
 *
 * @param count of inquiries, at most
 * @param ranges where they stood, such as {@code partition 2, 17 to 19}; empty when none are lost
 */
public record LostInquiries(long count, String ranges) {

    /** All of these. */
    public static LostInquiries of(List<Range> ranges) {
        return new LostInquiries(
                ranges.stream().mapToLong(Range::records).sum(),
                ranges.stream().map(Range::toString).collect(Collectors.joining("; ")));
    }

    /**
     * Records in a row.
     *
     * @param toOffset the first that is not lost
     * @param records how many of them the ledger does not know
     */
    public record Range(int topicPartition, long fromOffset, long toOffset, long records) {

        @Override
        public String toString() {
            return "partition %d, %d to %d".formatted(topicPartition, fromOffset, toOffset - 1);
        }
    }
}
