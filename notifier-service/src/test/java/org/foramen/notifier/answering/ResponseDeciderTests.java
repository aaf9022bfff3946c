package org.foramen.notifier.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.foramen.content.ClinicContent;
import org.foramen.content.ContentCopy;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Suspicion;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.matching.ProcedureMatcher;
import org.foramen.notifier.message.Response;
import org.foramen.notifier.settings.NotifierSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What answers an inquiry. */
class ResponseDeciderTests {

    private static final InquiryReceived FORAMINOTOMY = Inquiries.with(1, "a@b.example", true, "en", "Is it safe?");

    @Test
    void aPersonGetsTheHandoutOfWhatTheyConsider() {
        Response answer =
                answers(ContentCopy.ORIGINAL, false).plan(FORAMINOTOMY).answer();

        assertThat(answer.handout().id()).isEqualTo("foraminotomy");
        assertThat(answer.withheld()).isNull();
    }

    @Test
    void withoutAnyApprovedTextALetterGoesWithoutMedicalWords() {
        Response answer = answers(ContentCopy.ORIGINAL, true).plan(FORAMINOTOMY).answer();

        assertThat(answer.handout()).isNull();
        assertThat(answer.withheld()).isNull();
        assertThat(answer.reason()).contains("The handout about it is not approved, or no longer, so none goes.");
    }

    @Test
    void theApprovedLeafletGoesInPlaceOfAHandoutThatIsNotApproved(@TempDir Path folder) {
        Response answer = answers(
                        approved(folder, "general/en.md", LocalDate.now().plusYears(1)), true)
                .plan(FORAMINOTOMY)
                .answer();

        assertThat(answer.handout().id()).isEqualTo("general");
        assertThat(answer.reason()).contains("so the general leaflet goes instead.");
    }

    @ParameterizedTest
    @CsvSource({"300, foraminotomy", "-2, "}) // a day of the clinic may begin a day later than here
    void anApprovedHandoutGoesUntilItsDayOfReview(int daysLeft, @Nullable String sent, @TempDir Path folder) {
        LocalDate reviewBy = LocalDate.now().plusDays(daysLeft);

        Response answer = answers(approved(folder, "procedures/foraminotomy/en.md", reviewBy), true)
                .plan(FORAMINOTOMY)
                .answer();

        assertThat(answer.handout() == null ? null : answer.handout().id()).isEqualTo(sent);
    }

    private static Path approved(Path folder, String handout, LocalDate reviewBy) {
        return ContentCopy.in(folder).approve(handout, reviewBy).folder();
    }

    @Test
    void whatIsNotAPatientsWaitsForTheClinic() {
        Response answer = answers(ContentCopy.ORIGINAL, false)
                .plan(Inquiries.with(
                        1, "a@b.example", true, "en", "We offer SEO services and guest posts to grow your traffic."))
                .answer();

        assertThat(answer.handout()).isNull();
        assertThat(answer.suspicions()).containsExactly(Suspicion.NOT_A_PATIENT.wireName());
    }

    @Test
    void whoMayBeInDangerIsNotTakenForABusiness() {
        InquiryReceived offer = Inquiries.with(
                1, "a@b.example", true, "en", "We offer SEO services and guest posts to grow your traffic.");

        Response answer = answers(ContentCopy.ORIGINAL, false)
                .plan(Inquiries.urgent(offer, "cannot feel"))
                .answer();

        assertThat(answer.withheld()).isNull();
    }

    @Test
    void whoMayWantToDieGetsNoHandoutAndIsNoSuspect() {
        Response answer = answers(ContentCopy.ORIGINAL, false)
                .plan(Inquiries.inCrisis(FORAMINOTOMY))
                .answer();

        assertThat(answer.handout()).isNull();
        assertThat(answer.withheld()).isNull();
    }

    @Test
    void whatARobotMayHaveSentWaitsWithItsHandout() {
        Response answer = answers(ContentCopy.ORIGINAL, false)
                .plan(Inquiries.suspected(FORAMINOTOMY))
                .answer();

        assertThat(answer.withheld()).isEqualTo(Reason.SUSPECTED_SPAM);
        assertThat(answer.handout().id()).isEqualTo("foraminotomy");
    }

    private static ResponseDecider answers(Path folder, boolean requireApproval) {
        NotifierSettings settings = new Binder(
                        new MapConfigurationPropertySource(Map.of("foramen.library.require-approval", requireApproval)))
                .bindOrCreate("foramen", NotifierSettings.class);
        ClinicContent content = ClinicContent.load(folder);
        return new ResponseDecider(
                content, ProcedureMatcher.load(folder, content.library().names()), settings);
    }
}
