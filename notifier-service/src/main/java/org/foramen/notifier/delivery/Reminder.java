package org.foramen.notifier.delivery;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.foramen.contract.name.WireName;

/**
 * People who wait, said again. Its name is its slot of time, in which there is one of each tone.
 *
 * @param slot its beginning, to the minute
 */
public record Reminder(Instant slot, Tone tone) implements Subject {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** The one of the slot that a moment is in. */
    public static Reminder of(Tone tone, Instant now, Duration slot) {
        long seconds = slot.toSeconds();
        return new Reminder(Instant.ofEpochSecond(now.getEpochSecond() / seconds * seconds), tone);
    }

    /** @throws IllegalArgumentException when this is no {@link #id}, or a {@link DateTimeException} */
    static Reminder read(String id) {
        int dash = id.indexOf('-');
        if (dash < 0) {
            throw new IllegalArgumentException("not a reminder");
        }
        return new Reminder(
                MINUTE.parse(id.substring(0, dash), Instant::from), WireName.read(Tone.class, id.substring(dash + 1)));
    }

    /** What the ids come before of slots that began until a moment. */
    public static String idsAfter(Instant moment) {
        return MINUTE.format(moment.plus(Duration.ofMinutes(1)));
    }

    @Override
    public SubjectKind kind() {
        return SubjectKind.REMINDER;
    }

    /** Such as {@code 20261128T1615-late}; ids are in the order of their slots. */
    @Override
    public String id() {
        return MINUTE.format(slot) + "-" + tone.wireName();
    }

    /** How loud it is. */
    public enum Tone implements WireName {
        /** To the clinic: these are due, or will be within the hour. */
        DUE,
        /** To the fallback inbox: these were said an hour ago. */
        LATE,
        /** To the clinic: nobody reached these on an earlier day. */
        TRIED,
        /** To whoever may hear it: an emergency waits. */
        EMERGENCY
    }
}
