package org.foramen.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.foramen.contract.details.BestTime;
import org.foramen.contract.details.Details;
import org.foramen.contract.details.ForWhom;
import org.foramen.contract.details.HowLong;
import org.foramen.contract.details.Imaging;
import org.foramen.contract.details.KnownPatient;
import org.foramen.contract.details.Treatment;

/** The inquiry in the golden files. */
public final class Examples {

    public static final InquiryReceived INQUIRY = new InquiryReceived(
            new InquiryId("K7F392QX0123456789ABCDEFGH"),
            Instant.parse("2026-11-22T18:30:05.250Z"),
            InquiryKind.CONSIDERING_PROCEDURE,
            "foraminotomy",
            Region.NECK,
            new Person("Guadalupe Ramírez Ochoa", "lupita@example.com", "+13235550122", ContactChannel.PHONE, "es"),
            "¿Aceptan Medi-Cal?\nGracias",
            null,
            new Consent(true, "2026-11-22", "es"),
            List.of(new RedFlag("saddle-numbness", "entre las piernas", null)),
            List.of());

    /** The same, from a person who told more. */
    public static final InquiryReceived DETAILED = new InquiryReceived(
            INQUIRY.id(),
            INQUIRY.receivedAt(),
            INQUIRY.kind(),
            INQUIRY.procedure(),
            INQUIRY.region(),
            INQUIRY.person(),
            INQUIRY.message(),
            new Details(
                    HowLong.MONTHS,
                    Imaging.YES,
                    List.of(Treatment.MEDICINE, Treatment.PHYSICAL_THERAPY),
                    BestTime.MORNING,
                    null,
                    null),
            INQUIRY.consent(),
            INQUIRY.redFlags(),
            List.of("hidden-field"));

    /** From a person who wants a call, gave no address, and needs one today. */
    public static final InquiryReceived CALL = new InquiryReceived(
            INQUIRY.id(),
            INQUIRY.receivedAt(),
            INQUIRY.kind(),
            INQUIRY.procedure(),
            Region.UPPER_BACK,
            new Person("Guadalupe Ramírez Ochoa", null, "+13235550122;ext=7", ContactChannel.PHONE, "es"),
            INQUIRY.message(),
            new Details(
                    HowLong.MONTHS,
                    Imaging.YES,
                    List.of(Treatment.MEDICINE, Treatment.PHYSICAL_THERAPY),
                    BestTime.MORNING,
                    ForWhom.SOMEONE_ELSE,
                    KnownPatient.NO),
            new Consent(false, "2026-11-22", "es"),
            List.of(new RedFlag("wound", "pus", "call-today")),
            List.of());

    private Examples() {}

    public static byte[] golden(String name) {
        try (InputStream file = Examples.class.getResourceAsStream("/golden/" + name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String goldenText(String name) {
        return new String(golden(name), StandardCharsets.UTF_8).strip();
    }
}
