package org.foramen.notifier.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.foramen.content.ClinicContent;
import org.foramen.content.ContentCopy;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.matching.ProcedureMatcher;
import org.foramen.notifier.message.Response;
import org.foramen.notifier.settings.NotifierSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    void aHandoutThatNoClinicianApprovedStaysHereWhereApprovalIsRequired() {
        Response answer = answers(ContentCopy.ORIGINAL, true).plan(FORAMINOTOMY).answer();

        assertThat(answer.handout().id()).isEqualTo("general");
        assertThat(answer.reason())
                .contains("The handout about it is not approved yet, so the general leaflet goes instead.");
    }

    @Test
    void anApprovedHandoutGoesWhereApprovalIsRequired(@TempDir Path folder) {
        ContentCopy content = ContentCopy.in(folder)
                .change(
                        "procedures/foraminotomy/en.md",
                        text -> text.replaceFirst(
                                "(?s)status: pending.*?on: \"\"", "status: approved\n  by: Dr. Kim\n  on: 2026-11-30"));

        assertThat(answers(content.folder(), true)
                        .plan(FORAMINOTOMY)
                        .answer()
                        .handout()
                        .id())
                .isEqualTo("foraminotomy");
    }

    @Test
    void whatIsNotAPatientsWaitsForTheClinic() {
        Response answer = answers(ContentCopy.ORIGINAL, false)
                .plan(Inquiries.with(
                        1, "a@b.example", true, "en", "We offer SEO services and guest posts to grow your traffic."))
                .answer();

        assertThat(answer.handout()).isNull();
        assertThat(answer.suspicions()).containsExactly(Response.NOT_A_PATIENT);
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
