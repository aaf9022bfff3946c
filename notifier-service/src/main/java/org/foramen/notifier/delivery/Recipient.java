package org.foramen.notifier.delivery;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One inbox of an audience.
 *
 * @param index from 1; only the clinic has several, in the order of a route's inboxes, and who else hears of emergencies
 */
public record Recipient(Audience audience, int index) {

    /** Those that get the inquiry itself, in the order of a route's inboxes. */
    public static final List<Recipient> CLINIC_INBOXES = IntStream.rangeClosed(1, 3)
            .mapToObj(index -> new Recipient(Audience.CLINIC, index))
            .toList();

    /** The further inboxes that hear of an emergency that waits. */
    public static final List<Recipient> URGENT_INBOXES = IntStream.rangeClosed(1, 3)
            .mapToObj(index -> new Recipient(Audience.URGENT, index))
            .toList();

    /** Whoever may be owed a mail. */
    public static final List<Recipient> ALL = Stream.of(Audience.values())
            .flatMap(audience -> switch (audience) {
                case CLINIC -> CLINIC_INBOXES.stream();
                case URGENT -> URGENT_INBOXES.stream();
                case PATIENT, NOTICE, FALLBACK -> Stream.of(first(audience));
            })
            .toList();

    public Recipient {
        if (index < 1 || index > 1 && audience != Audience.CLINIC && audience != Audience.URGENT) {
            throw new IllegalArgumentException("the audience " + audience + " has no inbox " + index);
        }
    }

    /** The first inbox of an audience; mostly the only one. */
    public static Recipient first(Audience audience) {
        return new Recipient(audience, 1);
    }

    public boolean isFirst() {
        return index == 1;
    }

    /** The name in Message-IDs, metrics and addresses, such as {@code patient} or {@code clinic-2}. */
    public String wireName() {
        return isFirst() ? audience.wireName() : audience.wireName() + "-" + index;
    }

    /** @throws IllegalArgumentException when no recipient has this wire name */
    public static Recipient valueOf(String wireName) {
        return ALL.stream()
                .filter(recipient -> recipient.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no recipient has this name"));
    }

    @Override
    public String toString() {
        return wireName();
    }
}
