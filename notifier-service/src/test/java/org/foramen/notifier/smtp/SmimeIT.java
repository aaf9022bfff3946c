package org.foramen.notifier.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.foramen.content.ClinicContent;
import org.foramen.content.ContentCopy;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.Settings;
import org.foramen.notifier.message.ClinicMail;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.message.Response;
import org.foramen.notifier.message.Stationery;
import org.foramen.notifier.message.desk.MailLinks;
import org.foramen.notifier.order.PatientMailNews;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.mail.autoconfigure.MailProperties;

/** What the clinic's mail programs do with an encrypted mail is done here by OpenSSL. */
class SmimeIT {

    @TempDir
    Path folder;

    private ClinicContent content;

    @BeforeEach
    void makeCertificates() throws Exception {
        for (String who : List.of("desk", "manager", "stranger")) {
            openssl(
                    "req",
                    "-x509",
                    "-newkey",
                    "rsa:2048",
                    "-nodes",
                    "-subj",
                    "/CN=" + who,
                    "-days",
                    "2",
                    "-keyout",
                    file(who + ".key"),
                    "-out",
                    file(who + ".crt"));
        }
        ContentCopy copy = ContentCopy.in(folder.resolve("content"))
                .change("clinic.yml", text -> text.replace("mode: full", "mode: smime")
                        .replace("certificates: \"\"", "certificates: clinic.pem"));
        Files.writeString(
                copy.folder().resolve("clinic.pem"),
                Files.readString(Path.of(file("desk.crt"))) + Files.readString(Path.of(file("manager.crt"))));
        content = ClinicContent.load(copy.folder());
    }

    @Test
    void eachOfTheClinicsPeopleCanOpenItAndFindsAllOfIt() throws Exception {
        Path mail = encrypted();

        for (String who : List.of("desk", "manager")) {
            String opened = openssl(
                    "cms",
                    "-decrypt",
                    "-in",
                    mail.toString(),
                    "-inkey",
                    file(who + ".key"),
                    "-recip",
                    file(who + ".crt"));

            assertThat(opened).contains("multipart/alternative", "Canary Ruiz", "310-555-0112", "canary1@example.com");
        }
    }

    @Test
    void nobodyElseFindsAWordOfThePersonInIt() throws Exception {
        Path mail = encrypted();

        assertThat(Files.readString(mail, StandardCharsets.ISO_8859_1))
                .contains("Subject: Call: foraminotomy, by Mon 5 PM (0000-0000)", "Reply-To: front-desk@clinic.example")
                .contains("smime-type=enveloped-data")
                .doesNotContainIgnoringCase("canary", "5550112", "555-0112");
        assertThat(run(
                                "cms",
                                "-decrypt",
                                "-in",
                                mail.toString(),
                                "-inkey",
                                file("stranger.key"),
                                "-recip",
                                file("stranger.crt"))
                        .exitValue())
                .isNotZero();
    }

    private Path encrypted() throws Exception {
        Mail written = new ClinicMail(new Stationery(content, new MailLinks(null)))
                .write(
                        Inquiries.number(1),
                        "front-desk@clinic.example",
                        new Response(null, "", List.of(), null),
                        PatientMailNews.planned(null))
                .encrypted(content.clinicCertificates(), content.clinic().inbox());
        SmtpServer server = new SmtpServer(new MailProperties(), Settings.defaults());
        Path file = folder.resolve("mail.eml");
        try (OutputStream out = Files.newOutputStream(file)) {
            MimeMessages.of(written, server, "<1@clinic.example>", null).writeTo(out);
        }
        return file;
    }

    private String openssl(String... arguments) throws IOException {
        Process process = run(arguments);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue()).as(said).isZero();
        return said;
    }

    private static Process run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        process.onExit().join();
        return process;
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }
}
