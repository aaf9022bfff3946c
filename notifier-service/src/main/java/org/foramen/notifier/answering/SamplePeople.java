package org.foramen.notifier.answering;

import java.time.Instant;
import java.util.List;
import org.foramen.contract.Consent;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryKind;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Level;
import org.foramen.contract.Person;
import org.foramen.contract.RedFlag;
import org.foramen.contract.Region;
import org.foramen.contract.details.BestTime;
import org.foramen.contract.details.Details;
import org.foramen.contract.details.HowLong;
import org.foramen.contract.details.Imaging;
import org.foramen.contract.details.KnownPatient;
import org.foramen.contract.details.Treatment;
import org.jspecify.annotations.Nullable;

/** Invented people who ask, for previews. */
final class SamplePeople {

    static final InquiryId ID = id("K7F392QX");
    static final Instant RECEIVED = Instant.parse("2026-11-28T12:46:00Z");
    static final String PHONE = "+13235550190";

    private SamplePeople() {}

    /** @param reference without its dash */
    static InquiryId id(String reference) {
        return new InquiryId(reference + "0123456789ABCDEFGH");
    }

    static InquiryReceived from(String language, ContactChannel way, @Nullable String phone) {
        return new InquiryReceived(
                ID,
                RECEIVED,
                InquiryKind.CONSIDERING_PROCEDURE,
                "foraminotomy",
                Region.NECK,
                new Person("María Elena Ríos", "maria.rios@example.com", phone, way, language),
                language.equals("es")
                        ? "Me duele el cuello y se me duerme el brazo. ¿Es peligrosa la operación a los 67 años?"
                        : "My neck hurts and my arm goes numb.\nIs the surgery dangerous at 67?",
                new Details(
                        HowLong.MONTHS,
                        Imaging.YES,
                        List.of(Treatment.MEDICINE, Treatment.PHYSICAL_THERAPY),
                        BestTime.MORNING,
                        null,
                        KnownPatient.NO),
                new Consent(true, "", language),
                List.of(),
                List.of());
    }

    /** The same with words before the question that call for help. */
    static InquiryReceived with(InquiryReceived inquiry, Level level) {
        RedFlag sign = sign(level, inquiry.person().preferredLanguage().equals("es"));
        return new InquiryReceived(
                inquiry.id(),
                inquiry.receivedAt(),
                inquiry.kind(),
                inquiry.procedure(),
                inquiry.region(),
                inquiry.person(),
                sign.words() + ". " + inquiry.message(),
                inquiry.details(),
                inquiry.consent(),
                List.of(sign),
                inquiry.suspicions());
    }

    /** As the form finds it in these words, which are all of the sentence. */
    private static RedFlag sign(Level level, boolean spanish) {
        return switch (level) {
            case CRISIS ->
                new RedFlag("self-harm", spanish ? "Ya no quiero vivir" : "I do not want to live", level.wireName());
            case CALL_TODAY ->
                new RedFlag("wound", spanish ? "Le sale pus a la herida" : "My wound has pus", level.wireName());
            case EMERGENCY, USUAL ->
                new RedFlag("urinary-retention", spanish ? "No puedo orinar" : "I cannot pee", Level.EMERGENCY.wireName());
        };
    }
}
