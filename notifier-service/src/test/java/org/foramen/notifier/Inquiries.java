package org.foramen.notifier;

import java.time.Instant;
import java.util.List;
import org.foramen.contract.Consent;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryKind;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Person;
import org.foramen.contract.RedFlag;
import org.foramen.contract.Region;
import org.foramen.contract.details.Details;

/** Inquiries of invented people. */
public final class Inquiries {

    private Inquiries() {}

    public static InquiryReceived number(int number) {
        return with(number, "canary" + number + "@example.com", true, "en", "Canary words");
    }

    public static InquiryReceived with(int number, String email, boolean consent, String language, String message) {
        return new InquiryReceived(
                new InquiryId("%026d".formatted(number)),
                Instant.parse("2026-11-22T18:30:05Z"),
                InquiryKind.CONSIDERING_PROCEDURE,
                "foraminotomy",
                Region.NECK,
                new Person("Canary Ruiz", email, "+13105550112", ContactChannel.PHONE, language),
                message,
                null,
                new Consent(consent, "2026-11-22", language),
                List.of(),
                List.of());
    }

    public static InquiryReceived urgent(InquiryReceived inquiry, String words) {
        return with(inquiry, List.of(new RedFlag("saddle-numbness", words, "emergency")), List.of());
    }

    public static InquiryReceived inCrisis(InquiryReceived inquiry) {
        return with(inquiry, List.of(new RedFlag("self-harm", "end it", "crisis")), List.of());
    }

    public static InquiryReceived suspected(InquiryReceived inquiry) {
        return with(inquiry, inquiry.redFlags(), List.of("hidden-field"));
    }

    /** With a sign of its own. */
    public static InquiryReceived flagged(InquiryReceived inquiry, String flag, String guidance) {
        return with(inquiry, List.of(new RedFlag(flag, flag, guidance)), List.of());
    }

    /** The same at another time. */
    public static InquiryReceived receivedAt(InquiryReceived inquiry, Instant moment) {
        return new InquiryReceived(
                inquiry.id(),
                moment,
                inquiry.kind(),
                inquiry.procedure(),
                inquiry.region(),
                inquiry.person(),
                inquiry.message(),
                inquiry.details(),
                inquiry.consent(),
                inquiry.redFlags(),
                inquiry.suspicions());
    }

    /** The same with another consent. */
    public static InquiryReceived agreeing(InquiryReceived inquiry, Consent consent) {
        return new InquiryReceived(
                inquiry.id(),
                inquiry.receivedAt(),
                inquiry.kind(),
                inquiry.procedure(),
                inquiry.region(),
                inquiry.person(),
                inquiry.message(),
                inquiry.details(),
                consent,
                inquiry.redFlags(),
                inquiry.suspicions());
    }

    /** The same with what the person told beside the question. */
    public static InquiryReceived with(InquiryReceived inquiry, Details details) {
        return new InquiryReceived(
                inquiry.id(),
                inquiry.receivedAt(),
                inquiry.kind(),
                inquiry.procedure(),
                inquiry.region(),
                inquiry.person(),
                inquiry.message(),
                details,
                inquiry.consent(),
                inquiry.redFlags(),
                inquiry.suspicions());
    }

    /** The same from somebody who wants to be answered by e-mail. */
    public static InquiryReceived wantsMail(InquiryReceived inquiry) {
        Person person = inquiry.person();
        return from(
                inquiry,
                new Person(
                        person.name(),
                        person.email(),
                        person.phone(),
                        ContactChannel.EMAIL,
                        person.preferredLanguage()));
    }

    /** The same from somebody who left no number. */
    public static InquiryReceived withoutPhone(InquiryReceived inquiry) {
        Person person = inquiry.person();
        return from(
                inquiry,
                new Person(person.name(), person.email(), null, person.preferredContact(), person.preferredLanguage()));
    }

    private static InquiryReceived from(InquiryReceived inquiry, Person person) {
        return new InquiryReceived(
                inquiry.id(),
                inquiry.receivedAt(),
                inquiry.kind(),
                inquiry.procedure(),
                inquiry.region(),
                person,
                inquiry.message(),
                inquiry.details(),
                inquiry.consent(),
                inquiry.redFlags(),
                inquiry.suspicions());
    }

    /** The same under another name. */
    public static InquiryReceived called(String id, InquiryReceived inquiry) {
        return new InquiryReceived(
                new InquiryId(id),
                inquiry.receivedAt(),
                inquiry.kind(),
                inquiry.procedure(),
                inquiry.region(),
                inquiry.person(),
                inquiry.message(),
                inquiry.details(),
                inquiry.consent(),
                inquiry.redFlags(),
                inquiry.suspicions());
    }

    private static InquiryReceived with(InquiryReceived inquiry, List<RedFlag> flags, List<String> suspicions) {
        return new InquiryReceived(
                inquiry.id(),
                inquiry.receivedAt(),
                inquiry.kind(),
                inquiry.procedure(),
                inquiry.region(),
                inquiry.person(),
                inquiry.message(),
                inquiry.details(),
                inquiry.consent(),
                flags,
                suspicions);
    }
}
