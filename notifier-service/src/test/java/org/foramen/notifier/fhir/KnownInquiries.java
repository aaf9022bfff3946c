package org.foramen.notifier.fhir;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.foramen.contract.Consent;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryKind;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Person;
import org.foramen.contract.Region;
import org.foramen.contract.details.BestTime;
import org.foramen.contract.details.Details;
import org.foramen.contract.details.ForWhom;
import org.foramen.contract.details.HowLong;
import org.foramen.contract.details.Imaging;
import org.foramen.contract.details.KnownPatient;
import org.foramen.contract.details.Treatment;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.cases.CaseFile;
import org.foramen.notifier.cases.CaseState;
import org.foramen.notifier.cases.CloseReason;
import org.foramen.notifier.consent.KeptConsent;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.SentHandout;
import org.foramen.notifier.delivery.State;
import org.jspecify.annotations.Nullable;

/** What the clinic may know of invented inquiries. */
final class KnownInquiries {

    static final Instant CAME = Instant.parse("2026-11-22T18:30:05.123456Z");

    private static final InquiryId ID = new InquiryId("01J9ZK7F392QX0123456789ABC");

    private KnownInquiries() {}

    /** Somebody who wants a call and said as little as the form lets them. */
    static InquiryReceived minimal() {
        return new InquiryReceived(
                ID,
                CAME,
                InquiryKind.CONTACT,
                null,
                Region.UNSPECIFIED,
                new Person("Ana", null, "+13105550112", ContactChannel.PHONE, "en"),
                "Call me",
                null,
                new Consent(false, "2026-11-28", "en"),
                List.of(),
                List.of());
    }

    /** Somebody who answered every question. */
    static InquiryReceived full() {
        return Inquiries.with(
                asking("Jorge Luna", "es", "Is it safe?\n\nI am 71."),
                new Details(
                        HowLong.LONGER,
                        Imaging.UNSURE,
                        List.of(Treatment.values()),
                        BestTime.MORNING,
                        ForWhom.ME,
                        KnownPatient.YES));
    }

    static InquiryReceived forSomebodyElse() {
        return Inquiries.with(
                full(), new Details(null, null, List.of(), null, ForWhom.SOMEONE_ELSE, KnownPatient.UNSURE));
    }

    static InquiryReceived asking(String name, String language, String message) {
        return new InquiryReceived(
                ID,
                CAME,
                InquiryKind.CONSIDERING_PROCEDURE,
                "foraminotomy",
                Region.LOWER_BACK,
                new Person(name, "jorge+spine@example.com", "+13105550144;ext=12", ContactChannel.EMAIL, language),
                message,
                null,
                new Consent(true, "2026-11-28", language),
                List.of(),
                List.of());
    }

    /** New on the board, and all mails sent. */
    static KnownInquiry known(InquiryReceived inquiry) {
        return known(inquiry, CaseState.NEW, null, List.of(mail(Audience.CLINIC, State.SENT, null)));
    }

    static KnownInquiry known(
            InquiryReceived inquiry, CaseState state, @Nullable CloseReason reason, List<Delivery> mails) {
        KeptConsent consent = inquiry.consent().toEmail()
                ? new KeptConsent(
                        inquiry.id(), "2026-11-28", CAME, inquiry.consent().language(), "page")
                : null;
        return new KnownInquiry(inquiry, file(inquiry, state, reason), consent, mails);
    }

    /** A mail in each state, and one with each reason that there is, to one audience after the other. */
    static List<Delivery> mailsOfEveryKind() {
        List<Delivery> mails = new ArrayList<>();
        for (State state : State.values()) {
            mails.add(mail(key(mails.size()), state, null));
        }
        for (Reason reason : Reason.values()) {
            mails.add(mail(key(mails.size()), State.WITHHELD, reason));
        }
        return mails;
    }

    /** Of an inquiry of its own, for one has no two mails to one recipient. */
    private static DeliveryKey key(int number) {
        return new DeliveryKey(new InquiryId("%026d".formatted(number)), Audience.values()[number % 5]);
    }

    static Delivery mail(Audience audience, State state, @Nullable Reason reason) {
        return mail(new DeliveryKey(ID, audience), state, reason);
    }

    private static Delivery mail(DeliveryKey key, State state, @Nullable Reason reason) {
        boolean tried = state != State.OWED && state != State.WITHHELD;
        boolean failed = tried && state != State.SENT && state != State.ATTEMPTING;
        return new Delivery(
                key,
                state,
                reason,
                tried ? 1 : 0,
                0,
                "<" + key.toString().replace('/', '.') + "@clinic.example>",
                new Position(0, 17),
                failed ? 550 : null,
                failed ? "5.1.1" : null,
                CAME,
                tried ? CAME.plusSeconds(2) : null,
                null,
                state.ended() ? CAME.plusSeconds(3) : null,
                state == State.SENT && key.audience() == Audience.PATIENT
                        ? new SentHandout("foraminotomy/es", "2026-11-28", "0".repeat(64), "approved")
                        : null);
    }

    private static CaseFile file(InquiryReceived inquiry, CaseState state, @Nullable CloseReason reason) {
        Person person = inquiry.person();
        return new CaseFile(
                inquiry.id(),
                CAME,
                inquiry.level(),
                inquiry.suspected(),
                person.preferredContact(),
                person.phone() != null,
                inquiry.consent().toEmail(),
                person.preferredLanguage(),
                null,
                inquiry.kind(),
                inquiry.procedure(),
                CAME.plusSeconds(3600),
                state,
                state == CaseState.NEW ? null : "luz",
                state == CaseState.TRIED ? 1 : 0,
                reason,
                CAME.plusSeconds(60),
                state == CaseState.REACHED ? CAME.plusSeconds(60) : null,
                state.ordinal(),
                null,
                State.SENT,
                inquiry.consent().toEmail() ? State.SENT : null,
                null);
    }
}
