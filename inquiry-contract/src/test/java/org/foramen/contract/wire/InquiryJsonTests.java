package org.foramen.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.foramen.contract.Consent;
import org.foramen.contract.ConsentChannel;
import org.foramen.contract.Examples;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.details.Details;
import org.foramen.contract.details.Imaging;
import org.foramen.contract.wire.UnreadableInquiry.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InquiryJsonTests {

    @Test
    void writesWhatTheGoldenFileSays() {
        assertThat(new String(InquiryJson.write(Examples.INQUIRY), StandardCharsets.UTF_8))
                .isEqualTo(Examples.goldenText("inquiry-received.v1.json"));
    }

    @Test
    void readsWhatTheGoldenFileSays() {
        InquiryReceived read = InquiryJson.read(Examples.golden("inquiry-received.v1.json"));

        assertThat(read).isEqualTo(Examples.INQUIRY);
    }

    @Test
    void writesAndReadsWhatAPersonToldBesideTheQuestion() {
        String golden = Examples.goldenText("inquiry-received.v1-details.json");

        assertThat(new String(InquiryJson.write(Examples.DETAILED), StandardCharsets.UTF_8))
                .isEqualTo(golden);
        assertThat(InquiryJson.read(golden.getBytes(StandardCharsets.UTF_8))).isEqualTo(Examples.DETAILED);
    }

    @Test
    void writesAndReadsWhoWantsACallAndGaveNoAddress() {
        String golden = Examples.goldenText("inquiry-received.v1-call.json");

        assertThat(new String(InquiryJson.write(Examples.CALL), StandardCharsets.UTF_8))
                .isEqualTo(golden);
        assertThat(InquiryJson.read(golden.getBytes(StandardCharsets.UTF_8))).isEqualTo(Examples.CALL);
    }

    @Test
    void readsDetailsOfWhichMostWereNotTold() {
        String golden = Examples.goldenText("inquiry-received.v1-details.json");
        String least = golden.replaceFirst("\"details\":\\{.*?}", "\"details\":{\"imaging\":\"no\"}");

        assertThat(InquiryJson.read(least.getBytes(StandardCharsets.UTF_8)).details())
                .isEqualTo(new Details(null, Imaging.NO, List.of(), null, null, null));
    }

    @Test
    void readsAnInquiryWithTheLeastThatWasEverSent() {
        InquiryReceived read = InquiryJson.read(Examples.golden("inquiry-received.v1-least.json"));

        assertThat(read.procedure()).isNull();
        assertThat(read.tokenHash()).isNull();
        assertThat(read.details()).isNull();
        assertThat(read.person().phone()).isNull();
        assertThat(read.urgent()).isFalse();
    }

    @Test
    void writesAndReadsWhereAConsentWasGiven() {
        String golden = Examples.goldenText("inquiry-received.v1-channel.json");

        InquiryReceived read = InquiryJson.read(golden.getBytes(StandardCharsets.UTF_8));

        assertThat(read.consent()).isEqualTo(new Consent(false, "2026-11-22", "es", ConsentChannel.PAGE));
        assertThat(new String(InquiryJson.write(read), StandardCharsets.UTF_8)).isEqualTo(golden);
    }

    @Test
    void readsAConsentThatWasGivenWhereOnlyALaterVersionKnows() {
        String golden = Examples.goldenText("inquiry-received.v1-channel.json");
        String later = golden.replace("\"channel\":\"page\"", "\"channel\":\"from-later\"");

        assertThat(later).contains("from-later");
        assertThat(InquiryJson.read(later.getBytes(StandardCharsets.UTF_8)).consent())
                .isEqualTo(new Consent(false, "2026-11-22", "es"));
    }

    @Test
    void writesAndReadsWhichFormItCameWith() {
        String golden = Examples.goldenText("inquiry-received.v1-token.json");

        InquiryReceived read = InquiryJson.read(golden.getBytes(StandardCharsets.UTF_8));

        assertThat(read.tokenHash()).isEqualTo("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU");
        assertThat(new String(InquiryJson.write(read), StandardCharsets.UTF_8)).isEqualTo(golden);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "too-short", "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU-and-more"})
    void losesNobodyForTheHashOfATokenThatItDoesNotUnderstand(String other) {
        String golden = Examples.goldenText("inquiry-received.v1-token.json");
        String later = golden.replace("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU", other);

        InquiryReceived read = InquiryJson.read(later.getBytes(StandardCharsets.UTF_8));

        assertThat(read.tokenHash()).isNull();
        assertThat(read.message()).isEqualTo(Examples.CALL.message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind", "region", "preferredContact", "howLong", "imaging", "bestTime"})
    void readsAnInquiryWithAChoiceThatOnlyALaterVersionKnows(String field) {
        String golden = Examples.goldenText("inquiry-received.v1-details.json");
        String later = golden.replaceFirst("\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":\"from-later\"");

        InquiryReceived read = InquiryJson.read(later.getBytes(StandardCharsets.UTF_8));

        assertThat(later).contains("from-later");
        assertThat(read.id()).isEqualTo(Examples.DETAILED.id());
        assertThat(read.message()).isEqualTo(Examples.DETAILED.message());
    }

    @Test
    void readsTheTreatmentsThatItKnows() {
        String golden = Examples.goldenText("inquiry-received.v1-details.json");
        String later = golden.replaceFirst("\"treatments\":\\[", "\"treatments\":[\"from-later\",");

        assertThat(InquiryJson.read(later.getBytes(StandardCharsets.UTF_8))
                        .details()
                        .treatments())
                .isEqualTo(Examples.DETAILED.details().treatments());
    }

    @Test
    void ignoresWhatALaterVersionAdds() {
        InquiryReceived read = InquiryJson.read(Examples.golden("inquiry-received.v1-later.json"));

        assertThat(read).isEqualTo(Examples.INQUIRY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "not JSON",
                "{\"id\":\"K7F392QX0123456789ABCDEFGH\"}",
                "{\"id\":\"Jane Canary\"}"
            })
    void saysOnlyThatSomethingElseIsNoInquiry(String other) {
        assertThatExceptionOfType(UnreadableInquiry.class)
                .isThrownBy(() -> InquiryJson.read(other.getBytes(StandardCharsets.UTF_8)))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.NOT_AN_INQUIRY))
                .withMessage("not-an-inquiry")
                .withNoCause();
    }
}
