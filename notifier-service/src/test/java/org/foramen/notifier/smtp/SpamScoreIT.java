package org.foramen.notifier.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.foramen.notifier.MailSamples;
import org.foramen.notifier.Settings;
import org.foramen.notifier.message.Mail;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.mail.autoconfigure.MailProperties;

/** Each mail before SpamAssassin's rules, those that need no network. */
class SpamScoreIT {

    private static final Path SPAMASSASSIN = Path.of("/usr/bin/spamassassin");
    private static final Path REPORTS = Path.of("target/spam-reports");
    private static final Pattern SCORE = Pattern.compile("Content analysis details:\\s+\\((-?[0-9.]+) points");
    private static final double MOST = 1.0;

    @BeforeAll
    static void findSpamAssassin() throws Exception {
        boolean there = Files.isExecutable(SPAMASSASSIN);
        if (!"true".equals(System.getenv("CI"))) {
            Assumptions.assumeTrue(
                    there,
                    "There is no " + SPAMASSASSIN + ": no mail is scored (Debian: apt-get install spamassassin)");
        }
        assertThat(SPAMASSASSIN).isExecutable();
        Files.createDirectories(REPORTS);
    }

    static Stream<Map.Entry<String, Mail>> mails() {
        return MailSamples.all().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("mails")
    void looksNothingLikeSpam(Map.Entry<String, Mail> sample) throws Exception {
        Path raw = REPORTS.resolve(sample.getKey() + ".eml");
        Path report = REPORTS.resolve(sample.getKey() + ".txt");
        try (OutputStream file = Files.newOutputStream(raw)) {
            mime(sample.getValue()).writeTo(file);
        }

        Process process = new ProcessBuilder(SPAMASSASSIN.toString(), "-t", "-L")
                .redirectInput(raw.toFile())
                .redirectOutput(report.toFile())
                .redirectError(REPORTS.resolve("errors.txt").toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();

        String said = Files.readString(report, StandardCharsets.ISO_8859_1);
        Matcher score = SCORE.matcher(said);
        assertThat(score.find()).as(said).isTrue();
        assertThat(Double.parseDouble(score.group(1)))
                .as(said.substring(score.start()))
                .isLessThanOrEqualTo(MOST);
    }

    private static MimeMessage mime(Mail mail) throws Exception {
        SmtpServer server = new SmtpServer(new MailProperties(), Settings.defaults());
        return MimeMessages.of(mail, server, "<K7F392QX0123456789ABCDEFGH.sample@clinic.example>", null);
    }
}
