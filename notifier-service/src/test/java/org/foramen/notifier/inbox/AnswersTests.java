package org.foramen.notifier.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.foramen.content.ClinicContent;
import org.foramen.content.ContentCopy;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.NotifierSettings;
import org.foramen.notifier.matching.ProcedureMatcher;
import org.foramen.notifier.message.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What answers an inquiry. */
class AnswersTests {

    private static final InquiryReceived FORAMINOTOMY = Inquiries.with(1, "a@b.example", true, "en", "Is it safe?");

    @Test
    void aPersonGetsTheHandoutOfWhatTheyConsider() {
        Answer answer = answers(ContentCopy.ORIGINAL, false).to(FORAMINOTOMY);

        assertThat(answer.handout().id()).isEqualTo("foraminotomy");
        assertThat(answer.withheld()).isFalse();
    }

    @Test
    void aHandoutThatNoClinicianApprovedStaysHereWhereApprovalIsRequired() {
        Answer answer = answers(ContentCopy.ORIGINAL, true).to(FORAMINOTOMY);

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

        assertThat(answers(content.folder(), true).to(FORAMINOTOMY).handout().id())
                .isEqualTo("foraminotomy");
    }

    @Test
    void whatIsNotAPatientsWaitsForTheClinic() {
        Answer answer = answers(ContentCopy.ORIGINAL, false)
                .to(Inquiries.with(
                        1, "a@b.example", true, "en", "We offer SEO services and guest posts to grow your traffic."));

        assertThat(answer.handout()).isNull();
        assertThat(answer.suspicions()).containsExactly(Answer.NOT_A_PATIENT);
    }

    @Test
    void whoMayWantToDieGetsNoHandoutAndIsNoSuspect() {
        Answer answer = answers(ContentCopy.ORIGINAL, false).to(Inquiries.inCrisis(FORAMINOTOMY));

        assertThat(answer.handout()).isNull();
        assertThat(answer.withheld()).isFalse();
    }

    @Test
    void whatARobotMayHaveSentWaitsWithItsHandout() {
        Answer answer = answers(ContentCopy.ORIGINAL, false).to(Inquiries.suspected(FORAMINOTOMY));

        assertThat(answer.withheld()).isTrue();
        assertThat(answer.handout().id()).isEqualTo("foraminotomy");
    }

    private static Answers answers(Path folder, boolean requireApproval) {
        NotifierSettings settings = new Binder(
                        new MapConfigurationPropertySource(Map.of("foramen.library.require-approval", requireApproval)))
                .bindOrCreate("foramen", NotifierSettings.class);
        ClinicContent content = ClinicContent.load(folder);
        return new Answers(
                content, ProcedureMatcher.load(folder, content.library().names()), settings);
    }
}
