package org.foramen.notifier.delivery;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.foramen.contract.InquiryId;

/** What a mail is about. */
public sealed interface Subject permits Subject.Inquiry, Subject.DeadLetter, Subject.Canary, Subject.Digest, Reminder {

    SubjectKind kind();

    /** Names it among those of its kind. */
    default String id() {
        return fold(InquiryId::value, Position::place, LocalDate::toString, Reminder::id);
    }

    /** Says for each kind what it comes to; a canary is read and mailed as any other inquiry. */
    default <T> T fold(
            Function<? super InquiryId, ? extends T> inquiry,
            Function<? super Position, ? extends T> deadLetter,
            Function<? super LocalDate, ? extends T> digest,
            Function<? super Reminder, ? extends T> reminder) {
        return switch (kind()) {
            case INQUIRY -> inquiry.apply(((Inquiry) this).inquiry());
            case CANARY -> inquiry.apply(((Canary) this).inquiry());
            case DEAD_LETTER -> deadLetter.apply(((DeadLetter) this).position());
            case DIGEST -> digest.apply(((Digest) this).day());
            case REMINDER -> reminder.apply((Reminder) this);
        };
    }

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
    }

    /** A record that could not be read, by where it stood. */
    record DeadLetter(Position position) implements Subject {

        @Override
        public SubjectKind kind() {
            return SubjectKind.DEAD_LETTER;
        }
    }

    /** An inquiry of our own, which shows that the way works. It is no person's, and goes to a mailbox of its own. */
    record Canary(InquiryId inquiry) implements Subject {

        @Override
        public SubjectKind kind() {
            return SubjectKind.CANARY;
        }
    }

    /** What happened until a day's hour of the digest. */
    record Digest(LocalDate day) implements Subject {

        @Override
        public SubjectKind kind() {
            return SubjectKind.DIGEST;
        }
    }
}
