package org.foramen.notifier.answering;

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
import org.foramen.contract.details.BestTime;
import org.foramen.contract.details.Details;
import org.foramen.contract.details.HowLong;
import org.foramen.contract.details.Imaging;
import org.foramen.contract.details.KnownPatient;
import org.foramen.contract.details.Treatment;
import org.jspecify.annotations.Nullable;

/** Invented people who ask, for previews. */
final class SamplePeople {

    static final InquiryId ID = new InquiryId("K7F392QX0123456789ABCDEFGH");
    static final Instant RECEIVED = Instant.parse("2026-11-28T12:46:00Z");
    static final String PHONE = "+13235550190";

    private SamplePeople() {}

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

    static InquiryReceived with(InquiryReceived inquiry, String guidance) {
        return new InquiryReceived(
                inquiry.id(),
                inquiry.receivedAt(),
                inquiry.kind(),
                inquiry.procedure(),
                inquiry.region(),
                inquiry.person(),
                words(guidance, inquiry.person().preferredLanguage()) + ". " + inquiry.message(),
                inquiry.details(),
                inquiry.consent(),
                List.of(
                        new RedFlag("sample", words(guidance, inquiry.person().preferredLanguage()), guidance),
                        new RedFlag("other", words(guidance, inquiry.person().preferredLanguage()), guidance)),
                inquiry.suspicions());
    }

    private static String words(String guidance, String language) {
        boolean spanish = language.equals("es");
        return switch (guidance) {
            case "crisis" -> spanish ? "Ya no quiero vivir" : "I do not want to live";
            case "call-today" -> spanish ? "Tengo fiebre y dolor de espalda" : "I have a fever and my back hurts";
            default -> spanish ? "No puedo orinar" : "I am numb between my legs";
        };
    }
}
