package org.foramen.notifier.delivery;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.foramen.contract.InquiryId;

/** What a mail is about. */
public sealed interface Subject {

    SubjectKind kind();

    /** Names it among those of its kind. */
    String id();

    /** Says for each kind what it comes to. */
    <T> T fold(
            Function<? super InquiryId, ? extends T> inquiry,
            Function<? super Position, ? extends T> deadLetter,
            Function<? super LocalDate, ? extends T> digest,
            Function<? super Reminder, ? extends T> reminder);

    /** The name in Message-IDs, logs and addresses: an inquiry's id, or such as {@code dead-letter-2-17}. */
    default String wireName() {
        return kind() == SubjectKind.INQUIRY ? id() : kind().wireName() + "-" + id();
    }

    /** What people call it: an inquiry's reference, or its wire name. */
    default String label() {
        return fold(InquiryId::reference, position -> wireName(), day -> wireName(), reminder -> wireName());
    }

    /** The subject that has a wire name, if that is one. */
    static Optional<Subject> named(String wireName) {
        try {
            for (SubjectKind kind : SubjectKind.values()) {
                String start = kind.wireName() + "-";
                if (wireName.startsWith(start)) {
                    return Optional.of(kind.read(wireName.substring(start.length())));
                }
            }
            return Optional.of(SubjectKind.INQUIRY.read(wireName));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Somebody's question. */
    record Inquiry(InquiryId inquiry) implements Subject {

        @Override
        public SubjectKind kind() {
            return SubjectKind.INQUIRY;
        }

        @Override
        public String id() {
            return inquiry.value();
        }

        @Override
        public <T> T fold(
                Function<? super InquiryId, ? extends T> toInquiry,
                Function<? super Position, ? extends T> toDeadLetter,
                Function<? super LocalDate, ? extends T> toDigest,
                Function<? super Reminder, ? extends T> toReminder) {
            return toInquiry.apply(inquiry);
        }
    }

    /** A record that could not be read, by where it stood. */
    record DeadLetter(Position position) implements Subject {

        @Override
        public SubjectKind kind() {
            return SubjectKind.DEAD_LETTER;
        }

        @Override
        public String id() {
            return position.place();
        }

        @Override
        public <T> T fold(
                Function<? super InquiryId, ? extends T> toInquiry,
                Function<? super Position, ? extends T> toDeadLetter,
                Function<? super LocalDate, ? extends T> toDigest,
                Function<? super Reminder, ? extends T> toReminder) {
            return toDeadLetter.apply(position);
        }
    }

    /** An inquiry of our own, which shows that the way works. It is no person's, and goes to a mailbox of its own. */
    record Canary(InquiryId inquiry) implements Subject {

        @Override
        public SubjectKind kind() {
            return SubjectKind.CANARY;
        }

        @Override
        public String id() {
            return inquiry.value();
        }

        /** It is read and mailed as any other. */
        @Override
        public <T> T fold(
                Function<? super InquiryId, ? extends T> toInquiry,
                Function<? super Position, ? extends T> toDeadLetter,
                Function<? super LocalDate, ? extends T> toDigest,
                Function<? super Reminder, ? extends T> toReminder) {
            return toInquiry.apply(inquiry);
        }
    }

    /** What happened until a day's hour of the digest. */
    record Digest(LocalDate day) implements Subject {

        @Override
        public SubjectKind kind() {
            return SubjectKind.DIGEST;
        }

        @Override
        public String id() {
            return day.toString();
        }

        @Override
        public <T> T fold(
                Function<? super InquiryId, ? extends T> toInquiry,
                Function<? super Position, ? extends T> toDeadLetter,
                Function<? super LocalDate, ? extends T> toDigest,
                Function<? super Reminder, ? extends T> toReminder) {
            return toDigest.apply(day);
        }
    }

    /**
     * People who wait, said again. Its name is its slot of time, in which there is one of each tone.
     *
     * @param slot its beginning, to the minute
     */
    record Reminder(Instant slot, Tone tone) implements Subject {

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
                    MINUTE.parse(id.substring(0, dash), Instant::from),
                    Tone.valueOf(id.substring(dash + 1).toUpperCase(Locale.ROOT)));
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
            return MINUTE.format(slot) + "-" + tone.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public <T> T fold(
                Function<? super InquiryId, ? extends T> toInquiry,
                Function<? super Position, ? extends T> toDeadLetter,
                Function<? super LocalDate, ? extends T> toDigest,
                Function<? super Reminder, ? extends T> toReminder) {
            return toReminder.apply(this);
        }

        /** How loud it is. */
        public enum Tone {
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
}
