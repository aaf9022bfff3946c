package org.foramen.contract.wire;

import java.time.Duration;
import java.util.Map;

/** The names of the Kafka topics. */
public final class Topics {

    /** Where inquiries travel, unless a setting says otherwise. */
    public static final String INQUIRIES = "clinic.inquiries.v1";

    /** Where it is told what became of them, unless a setting says otherwise. */
    public static final String OUTCOMES = "clinic.inquiry-outcomes.v1";

    /** In bytes, with its headers: several times an inquiry. */
    public static final int LARGEST_RECORD = 131_072;

    private Topics() {}

    /** Where the records of a topic go that cannot be read. */
    public static String deadLettersOf(String topic) {
        return topic + ".dlt";
    }

    /**
     * The settings of the topics of inquiries and of dead letters. Compaction lets a tombstone erase an inquiry; deletion ends its keeping; the broker's
     * clock stamps records, for a clock that is wrong at a client must not make a record unwelcome or short-lived; records are kept unpacked, so that none
     * is larger for who reads it than the topic says.
     *
     * @param retention how long an inquiry is kept
     */
    public static Map<String, String> settings(Duration retention) {
        return Map.of(
                "cleanup.policy",
                "compact,delete",
                "retention.ms",
                String.valueOf(retention.toMillis()),
                "max.compaction.lag.ms",
                String.valueOf(Duration.ofDays(1).toMillis()),
                "message.timestamp.type",
                "LogAppendTime",
                "compression.type",
                "uncompressed",
                "max.message.bytes",
                String.valueOf(LARGEST_RECORD));
    }

    /**
     * The settings of the topic of outcomes: each of an inquiry's is kept, so it is not compacted.
     *
     * @param retention how long an outcome is kept
     */
    public static Map<String, String> outcomeSettings(Duration retention) {
        return Map.of(
                "cleanup.policy", "delete",
                "retention.ms", String.valueOf(retention.toMillis()),
                "message.timestamp.type", "LogAppendTime");
    }
}
