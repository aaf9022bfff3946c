package org.foramen.notifier.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.foramen.base.screening.Finding;
import org.foramen.base.screening.RedFlags;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Level;
import org.foramen.contract.RedFlag;
import org.foramen.notifier.MailSamples;
import org.foramen.notifier.message.Mail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the previews show can happen. */
class MailPreviewsTests {

    private static final RedFlags SCREENER = RedFlags.load(Path.of("../content"));

    @ParameterizedTest
    @CsvSource({"en,CALL_TODAY", "en,EMERGENCY", "en,CRISIS", "es,CALL_TODAY", "es,EMERGENCY", "es,CRISIS"})
    void theFormFindsInTheWordsOfEachSampleWhatTheSampleSays(String language, Level level) {
        InquiryReceived usual = SamplePeople.from(language, ContactChannel.PHONE, SamplePeople.PHONE);
        InquiryReceived sample = SamplePeople.with(usual, level);

        assertThat(SCREENER.screen(sample.message()).level()).isEqualTo(level);
        assertThat(SCREENER.screen(sample.message()).findings())
                .extracting(Finding::flag)
                .containsAll(sample.redFlags().stream().map(RedFlag::flag).toList());
        assertThat(sample.redFlags())
                .allSatisfy(sign -> assertThat(sample.message()).contains(sign.words()));
        assertThat(SCREENER.screen(usual.message()).findings()).isEmpty();
    }

    @Test
    void aReminderOfEmergenciesNamesNobodyElse() {
        Map<String, Mail> mails = MailSamples.all();

        assertThat(lines(mails.get("reminder-emergency"))).isOne();
        assertThat(mails.get("reminder-emergency").text()).contains("Call now", "its mail has reached no inbox");
        for (String name : new String[] {"reminder-due", "reminder-late", "reminder-tried"}) {
            assertThat(mails.get(name).text()).as(name).doesNotContain("emergency", "has reached no inbox");
        }
    }

    private static long lines(Mail mail) {
        return Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}")
                .matcher(mail.text())
                .results()
                .count();
    }
}
