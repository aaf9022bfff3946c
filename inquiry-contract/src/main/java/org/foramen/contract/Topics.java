package org.foramen.contract;

/** The names of the Kafka topics. */
public final class Topics {

    /** Where inquiries travel, unless a setting says otherwise. */
    public static final String INQUIRIES = "clinic.inquiries.v1";

    private Topics() {}

    /** Where the records of a topic go that cannot be read. */
    public static String deadLettersOf(String topic) {
        return topic + ".dlt";
    }
}
