package org.foramen.notifier.preview;

import java.time.Instant;
import java.util.List;
import org.foramen.contract.Consent;
import org.foramen.contract.ConsentChannel;
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
                new Consent(true, "", language, ConsentChannel.PAGE),
                List.of(),
                List.of());
    }

    /** The same with words before the question that call for help. */
    static InquiryReceived with(InquiryReceived inquiry, Level level) {
        boolean spanish = inquiry.person().preferredLanguage().equals("es");
        String words = spanish ? spanish(level) : english(level);
        List<RedFlag> signs = signs(level, spanish);
        return changed(inquiry, words + ". " + inquiry.message(), inquiry.consent(), signs);
    }

    /** The same from a program, which may show our answer or not. */
    static InquiryReceived byProgram(InquiryReceived inquiry) {
        Consent consent = new Consent(true, "", inquiry.consent().language(), ConsentChannel.API);
        return changed(inquiry, inquiry.message(), consent, inquiry.redFlags());
    }

    private static InquiryReceived changed(
            InquiryReceived inquiry, String message, Consent consent, List<RedFlag> redFlags) {
        return new InquiryReceived(
                inquiry.id(),
                inquiry.receivedAt(),
                inquiry.kind(),
                inquiry.procedure(),
                inquiry.region(),
                inquiry.person(),
                message,
                inquiry.details(),
                consent,
                redFlags,
                inquiry.suspicions());
    }

    private static String english(Level level) {
        return switch (level) {
            case CRISIS -> "I do not want to live";
            case CALL_TODAY -> "My wound has pus";
            case EMERGENCY, USUAL -> "I cannot pee";
        };
    }

    private static String spanish(Level level) {
        return switch (level) {
            case CRISIS -> "Ya no quiero vivir";
            case CALL_TODAY -> "Le sale pus a la herida";
            case EMERGENCY, USUAL -> "No puedo orinar";
        };
    }

    /** As the form finds them in these words. */
    private static List<RedFlag> signs(Level level, boolean spanish) {
        return switch (level) {
            case CRISIS -> List.of(sign("self-harm", spanish ? "Ya no quiero vivir" : "not want to live", level));
            case CALL_TODAY -> List.of(sign("wound", spanish ? "sale pus a la herida" : "wound has pus", level));
            case EMERGENCY, USUAL ->
                List.of(sign("urinary-retention", spanish ? "No puedo orinar" : "cannot pee", Level.EMERGENCY));
        };
    }

    private static RedFlag sign(String flag, String words, Level level) {
        return new RedFlag(flag, words, level.wireName());
    }
}
