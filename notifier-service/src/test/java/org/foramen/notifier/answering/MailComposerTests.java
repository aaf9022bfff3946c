package org.foramen.notifier.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.foramen.base.SealKeyFiles;
import org.foramen.content.ClinicContent;
import org.foramen.content.ContentCopy;
import org.foramen.content.print.HandoutPdfs;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.Settings;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.Recipient;
import org.foramen.notifier.ledger.AddressQuota;
import org.foramen.notifier.ledger.Ledgers;
import org.foramen.notifier.matching.ProcedureMatcher;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.message.Stationery;
import org.foramen.notifier.message.desk.MailLinks;
import org.foramen.notifier.settings.NotifierSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which inbox gets which mail where urgent inquiries have two inboxes. */
class MailComposerTests {

    private static final String ROUTES =
            "routes: [{ when: { urgency: urgent }, to: [nurse@clinic.example, doctor@clinic.example] }]";
    private static final InquiryReceived USUAL = Inquiries.number(1);
    private static final InquiryReceived URGENT = Inquiries.urgent(USUAL, "numb");

    private ResponseDecider responses;
    private AddressQuota quota;
    private MailComposer composer;

    @BeforeEach
    void open(@TempDir Path folder) {
        ContentCopy copy =
                ContentCopy.in(folder).change("clinic.yml", yaml -> yaml.replaceFirst("(?m)^routes: .*", ROUTES));
        ClinicContent content = copy.load();
        ProcedureMatcher matcher =
                ProcedureMatcher.load(copy.folder(), content.library().names());
        NotifierSettings settings = Settings.defaults();
        responses = new ResponseDecider(content, matcher, settings);
        DataSource database = Ledgers.emptied(Ledgers.database("composer"));
        Path keys = folder.resolve("keys");
        SealKeyFiles.makeIfAbsent(keys);
        quota = Ledgers.quota(database, keys, settings);
        PatientNews news = new PatientNews(Ledgers.in(database, keys, settings), quota, Clock.systemUTC());
        composer = new MailComposer(
                new Stationery(content, new MailLinks(null)), new HandoutPdfs(content), news, Clock.systemUTC());
    }

    @Test
    void eachInboxOfARouteIsAnAudience() {
        assertThat(responses.plan(USUAL).clinicRecipients()).containsExactly(inbox(1));
        assertThat(responses.plan(URGENT).clinicRecipients()).containsExactly(inbox(1), inbox(2));
    }

    @Test
    void theSecondInboxGetsTheSameMailBelowTheFirst() {
        assertThat(write(URGENT, inbox(1), null).to()).isEqualTo("nurse@clinic.example");
        assertThat(write(URGENT, inbox(1), null).follows()).isNull();
        assertThat(write(URGENT, inbox(2), null).to()).isEqualTo("doctor@clinic.example");
        assertThat(write(URGENT, inbox(2), null).follows()).isEqualTo(URGENT.id());
    }

    @Test
    void theRequestToPhoneGoesWhereTheInquiryWent() {
        assertThat(write(URGENT, Recipient.first(Audience.NOTICE), Reason.REFUSED)
                        .to())
                .isEqualTo("nurse@clinic.example");
        assertThat(write(USUAL, Recipient.first(Audience.NOTICE), Reason.REFUSED)
                        .to())
                .isEqualTo("front-desk@clinic.example");
    }

    @Test
    void whatWasOwedToAnInboxThatIsGoneGoesToTheLastOneLeft() {
        assertThat(write(URGENT, inbox(3), null).to()).isEqualTo("doctor@clinic.example");
        assertThat(write(USUAL, inbox(2), null).to()).isEqualTo("front-desk@clinic.example");
    }

    @Test
    void whatAnInboxRefusedGoesToTheFallbackInOneThreadWithTheRest() {
        assertThat(write(USUAL, Recipient.first(Audience.FALLBACK), Reason.REFUSED)
                        .to())
                .isEqualTo("office-manager@clinic.example");
        assertThat(write(USUAL, Recipient.first(Audience.FALLBACK), Reason.REFUSED)
                        .follows())
                .isEqualTo(USUAL.id());
    }

    @Test
    void noHandoutIsPromisedToAnAddressThatSentOurLastMailBack() {
        assertThat(toClinic()).contains("will be mailed");

        quota.rest(address(), Reason.BOUNCED_BEFORE, Instant.now().plus(Duration.ofDays(30)));

        assertThat(toClinic()).doesNotContain("will be mailed").contains("a mail to this address came back");
    }

    @Test
    void ofMoreThanAnAddressGetsInADayOnlySoManyArePromisedThoughNoneIsBegunYet() {
        List<String> told = IntStream.rangeClosed(1, 4)
                .mapToObj(number -> Inquiries.with(number, "ana@example.com", true, "en", "How long is the wait?"))
                .map(inquiry -> write(inquiry, inbox(1), null).text())
                .toList();

        assertThat(told.subList(0, 3)).allSatisfy(text -> assertThat(text).contains("will be mailed"));
        assertThat(told.get(3)).doesNotContain("will be mailed").contains("held back");
    }

    @Test
    void aMailWrittenAgainPromisesWhatItPromisedBefore() {
        assertThat(Stream.generate(this::toClinic).limit(9)).allMatch(text -> text.contains("will be mailed"));
    }

    private String toClinic() {
        return write(USUAL, inbox(1), null).text();
    }

    private static String address() {
        return Objects.requireNonNull(USUAL.person().email());
    }

    private Mail write(InquiryReceived inquiry, Recipient recipient, @Nullable Reason reason) {
        return composer.write(inquiry, responses.plan(inquiry), recipient, reason, false);
    }

    private static Recipient inbox(int index) {
        return new Recipient(Audience.CLINIC, index);
    }
}
