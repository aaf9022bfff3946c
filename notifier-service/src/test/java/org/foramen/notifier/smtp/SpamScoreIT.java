package org.foramen.notifier.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/** Each mail before SpamAssassin's rules, those that need no network; one run of it reads them all. */
class SpamScoreIT {

    private static final Path SPAMASSASSIN = Path.of("/usr/bin/spamassassin");
    private static final Path REPORTS = Path.of("target/spam-reports");
    private static final Pattern SCORE = Pattern.compile("Content analysis details:\\s+\\((-?[0-9.]+) points");
    private static final Pattern BEGINNING = Pattern.compile("(?m)^(?=X-Spam-Checker-Version:)");
    private static final double MOST = 1.0;

    private static List<String> reports = List.of();

    @BeforeAll
    static void judgeAll() throws Exception {
        boolean there = Files.isExecutable(SPAMASSASSIN);
        if (!"true".equals(System.getenv("CI"))) {
            Assumptions.assumeTrue(
                    there,
                    "There is no " + SPAMASSASSIN + ": no mail is scored (Debian: apt-get install spamassassin)");
        }
        assertThat(SPAMASSASSIN).isExecutable();
        Files.createDirectories(REPORTS);
        List<String> command = new ArrayList<>(List.of(SPAMASSASSIN.toString(), "-t", "-L"));
        for (Map.Entry<String, Mail> sample : MailSamples.all().entrySet()) {
            Path raw = REPORTS.resolve(sample.getKey() + ".eml");
            try (OutputStream file = Files.newOutputStream(raw)) {
                mime(sample.getValue(), id(sample.getKey())).writeTo(file);
            }
            command.add(raw.toString());
        }
        Path all = REPORTS.resolve("all.txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(all.toFile())
                .redirectError(REPORTS.resolve("errors.txt").toFile())
                .start();
        assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
        reports = BEGINNING
                .splitAsStream(Files.readString(all, StandardCharsets.ISO_8859_1))
                .toList();
    }

    static Stream<Map.Entry<String, Mail>> mails() {
        return MailSamples.all().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("mails")
    void looksNothingLikeSpam(Map.Entry<String, Mail> sample) throws IOException {
        String said = reports.stream()
                .filter(report -> report.contains("Message-ID: " + id(sample.getKey())))
                .findFirst()
                .orElseThrow();
        Files.writeString(REPORTS.resolve(sample.getKey() + ".txt"), said, StandardCharsets.ISO_8859_1);

        Matcher score = SCORE.matcher(said);
        assertThat(score.find()).as(said).isTrue();
        assertThat(Double.parseDouble(score.group(1)))
                .as(said.substring(score.start()))
                .isLessThanOrEqualTo(MOST);
    }

    private static String id(String sample) {
        return "<K7F392QX0123456789ABCDEFGH." + sample + "@clinic.example>";
    }

    private static MimeMessage mime(Mail mail, String id) throws Exception {
        SmtpServer server = new SmtpServer(new MailProperties(), Settings.defaults());
        return MimeMessages.of(mail, server, id, null);
    }
}
