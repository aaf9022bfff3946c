package org.foramen.notifier;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.foramen.contract.Consent;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryKind;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Person;
import org.foramen.contract.RedFlag;
import org.foramen.contract.Region;
import org.foramen.contract.details.Details;
import org.jspecify.annotations.Nullable;

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

    /** With several signs, each by its words. */
    public static InquiryReceived flagged(InquiryReceived inquiry, String... words) {
        return with(
                inquiry,
                Stream.of(words)
                        .map(said -> new RedFlag("sign", said, "emergency"))
                        .toList(),
                List.of());
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
        return change(inquiry, draft -> draft.receivedAt = moment);
    }

    /** The same of somebody who does not say where it hurts. */
    public static InquiryReceived withoutRegion(InquiryReceived inquiry) {
        return change(inquiry, draft -> draft.region = Region.UNSPECIFIED);
    }

    /** The same with another consent. */
    public static InquiryReceived agreeing(InquiryReceived inquiry, Consent consent) {
        return change(inquiry, draft -> draft.consent = consent);
    }

    /** The same with what the person told beside the question. */
    public static InquiryReceived with(InquiryReceived inquiry, Details details) {
        return change(inquiry, draft -> draft.details = details);
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

    /** The same with the hash of the token that its form was shown with. */
    public static InquiryReceived with(InquiryReceived inquiry, String tokenHash) {
        return change(inquiry, draft -> draft.tokenHash = tokenHash);
    }

    private static InquiryReceived from(InquiryReceived inquiry, Person person) {
        return change(inquiry, draft -> draft.person = person);
    }

    /** The same under another name. */
    public static InquiryReceived called(String id, InquiryReceived inquiry) {
        return change(inquiry, draft -> draft.id = new InquiryId(id));
    }

    private static InquiryReceived with(InquiryReceived inquiry, List<RedFlag> flags, List<String> suspicions) {
        return change(inquiry, draft -> {
            draft.redFlags = flags;
            draft.suspicions = suspicions;
        });
    }

    private static InquiryReceived change(InquiryReceived inquiry, Consumer<Draft> change) {
        Draft draft = new Draft(inquiry);
        change.accept(draft);
        return new InquiryReceived(
                draft.id,
                draft.receivedAt,
                inquiry.kind(),
                inquiry.procedure(),
                draft.region,
                draft.person,
                inquiry.message(),
                draft.details,
                draft.consent,
                draft.redFlags,
                draft.suspicions,
                draft.tokenHash);
    }

    /** What a test changes of an inquiry. */
    private static final class Draft {

        private InquiryId id;
        private Instant receivedAt;
        private Region region;
        private Person person;
        private @Nullable Details details;
        private Consent consent;
        private List<RedFlag> redFlags;
        private List<String> suspicions;
        private @Nullable String tokenHash;

        Draft(InquiryReceived inquiry) {
            this.id = inquiry.id();
            this.receivedAt = inquiry.receivedAt();
            this.region = inquiry.region();
            this.person = inquiry.person();
            this.details = inquiry.details();
            this.consent = inquiry.consent();
            this.redFlags = inquiry.redFlags();
            this.suspicions = inquiry.suspicions();
            this.tokenHash = inquiry.tokenHash();
        }
    }
}
