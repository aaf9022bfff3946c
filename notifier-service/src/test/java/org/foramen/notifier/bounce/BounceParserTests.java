package org.foramen.notifier.bounce;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What mail systems send back, as it travels; the mails stand beside this class. */
class BounceParserTests extends ParsedReports {

    @ParameterizedTest
    @CsvSource({
        "postfix-failed, FAILED, 550, 5.1.1",
        "postfix-delayed, DELAYED, 450, 4.2.1",
        "expired-after-days, FAILED, 450, 4.2.1",
        "relayed, DELIVERED, -1,",
        "failed-by-envelope-id, FAILED, 550, 5.1.1",
        "failed-by-quoted-header, FAILED, -1, 5.1.10",
        "failed-by-quoted-mail-cut-off, FAILED, 550, 5.1.1",
        "token-in-capitals, FAILED, 550, 5.1.1",
        "no-delivery-status, FAILED, 550, 5.1.1",
        "qmail, FAILED, -1, 5.1.1",
        "old-delay-warning, DELAYED, -1,",
        "status-without-action, FAILED, 550, 5.1.1",
        "all-in-one-block, FAILED, 550, 5.1.1",
        "one-of-several-failed, FAILED, 550, 5.1.1",
        "action-in-another-language, FAILED, 550, 5.1.1",
        "fields-that-say-nothing, FAILED, 550, 5.1.1",
        "delayed-above-a-footer, DELAYED, -1, 4.4.1",
        "delivered-above-a-footer, DELIVERED, -1,",
        "delayed-without-report-type, DELAYED, -1, 4.4.1",
        "forwarded-by-a-person, FAILED, 550, 5.1.1",
        "international-in-base64, FAILED, 550, 5.1.1",
        "german-delay, DELAYED, -1,",
        "spanish-failure, FAILED, 550, 5.1.1",
        "spanish-delay, DELAYED, -1,",
        "french-delay, DELAYED, -1,",
        "failure-by-no-reply, FAILED, 550, 5.1.1",
        "failure-by-nobody, FAILED, 550, 5.1.1",
        "given-up-after-trying, FAILED, 450, 4.2.1",
        "exim-warning, DELAYED, -1,",
        "quoted-as-html, FAILED, 550, 5.1.1",
        "complaint, COMPLAINT, -1,",
        "complaint-by-sender, COMPLAINT, -1,",
        "not-spam-after-all, DELIVERED, -1,"
    })
    void aReportNamesOurMailAndWhatBecameOfIt(String mail, Bounce.Kind kind, int code, String status) throws Exception {
        Bounce bounce = parser.read(mail(mail));

        assertThat(bounce.kind()).isEqualTo(kind);
        assertThat(bounce.about()).isEqualTo(KEY);
        assertThat(bounce.reply().code()).isEqualTo(code);
        assertThat(bounce.reply().enhanced()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "out-of-office",
                "vacation-in-spanish",
                "vacation-without-a-header",
                "away-in-german-with-quote",
                "away-in-own-words-with-quote",
                "read-receipt"
            })
    void whatAnswersByItselfIsNoFailure(String mail) throws Exception {
        assertThat(parser.read(mail(mail))).isEqualTo(Bounce.of(Bounce.Kind.AUTO_REPLY, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"forged", "forged-by-message-id", "a-person-writes", "empty", "broken-parts", "signatures-failed"
            })
    void whatNamesNoMailOfOursIsNoReport(String mail) throws Exception {
        assertThat(parser.read(mail(mail)).kind()).isEqualTo(Bounce.Kind.UNKNOWN);
    }

    private MimeMessage mail(String name) throws Exception {
        String forged = token.substring(0, token.length() - 1) + (token.endsWith("a") ? "b" : "a");
        try (InputStream file = requireNonNull(getClass().getResourceAsStream(name + ".eml"))) {
            return asMail(new String(file.readAllBytes(), StandardCharsets.US_ASCII)
                    .replace("TOKEN", token)
                    .replace("UPPER", token.toUpperCase(Locale.ROOT))
                    .replace("FORGED", forged));
        }
    }
}
