package org.foramen.local.inbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.mail.Folder;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foramen.stack.mail.PersonalMailbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class InboxIT {

    private static final Pattern MAIL_LINK = Pattern.compile("href=\"(/mails/[^\"]+)\"");
    private static final Pattern PART_LINK = Pattern.compile("href=\"(/mails/[^\"]+/parts/1)\"");

    @TempDir
    Path folder;

    private final HttpClient browser = HttpClient.newHttpClient();
    private Inbox inbox;

    @BeforeEach
    void start() throws IOException {
        inbox = Inbox.start(folder, 0, 0, 0);
    }

    @AfterEach
    void stop() {
        inbox.close();
    }

    @Test
    void aMailThatWasSentIsKeptAndShown() throws Exception {
        send("Su consulta K7F3-92QX: cirugía", ".\r\n..two dots stay\r\n");

        try (var files = Files.list(folder)) {
            assertThat(files).singleElement().satisfies(file -> assertThat(file)
                    .content()
                    .startsWith("Return-Path: <no-reply@clinic.example>\r\nDelivered-To: jordan@example.com\r\n"));
        }
        String mail = get(link(MAIL_LINK, get("/")));
        assertThat(mail).contains("Su consulta K7F3-92QX: cirugía", ".\n..two dots stay", "foraminotomy-es.pdf");
        assertThat(get(link(PART_LINK, mail))).isEqualTo("%PDF-");
    }

    @Test
    void mailsOfEarlierRunsAreStillShown() throws Exception {
        send("From yesterday", "Hello");
        inbox.close();
        inbox = Inbox.start(folder, 0, 0, 0);

        assertThat(get("/")).contains("From yesterday");
    }

    @Test
    void aMailThatCannotBeStoredIsNotAcknowledged() throws IOException {
        Files.delete(folder);

        assertThatExceptionOfType(MessagingException.class)
                .isThrownBy(() -> send("Lost", "Hello"))
                .withMessageContaining("452 4.3.1 The mail cannot be stored");
    }

    @Test
    void thePageCanOnlyBeReadAndOnlyUnderThisMachinesName() throws Exception {
        HttpRequest post =
                HttpRequest.newBuilder(at("/")).POST(BodyPublishers.noBody()).build();
        assertThat(browser.send(post, BodyHandlers.discarding()).statusCode()).isEqualTo(405);

        try (Socket rebound = new Socket(InetAddress.getLoopbackAddress(), inbox.webPort())) {
            String request = "GET / HTTP/1.1\r\nHost: evil.example:8025\r\nConnection: close\r\n\r\n";
            rebound.getOutputStream().write(request.getBytes(US_ASCII));
            assertThat(new String(rebound.getInputStream().readAllBytes(), US_ASCII))
                    .startsWith("HTTP/1.1 421 ");
        }
    }

    @Test
    void whatIsForTheCanaryIsReadByImapAndStandsOnNoPage() throws Exception {
        send(Inbox.CANARY, "Nobody sent this", "Hello");

        assertThat(get("/")).doesNotContain("Nobody sent this");
        Properties settings = new Properties();
        settings.put("mail.imap.timeout", "10000");
        try (Store mailbox = Session.getInstance(settings).getStore("imap")) {
            mailbox.connect("127.0.0.1", inbox.imapPort(), Inbox.CANARY, PersonalMailbox.PASSWORD);
            Folder folder = mailbox.getFolder("INBOX");
            folder.open(Folder.READ_ONLY);
            assertThat(folder.getMessage(1).getSubject()).isEqualTo("Nobody sent this");
        }
    }

    private void send(String subject, String text) throws MessagingException {
        send("jordan@example.com", subject, text);
    }

    private void send(String to, String subject, String text) throws MessagingException {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", Integer.toString(inbox.smtpPort()));
        settings.put("mail.smtp.timeout", "10000");
        MimeMessage message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("no-reply@clinic.example"));
        message.setRecipient(RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        MimeBodyPart body = new MimeBodyPart();
        body.setText(text, "UTF-8");
        MimeBodyPart handout = new MimeBodyPart();
        handout.setContent("%PDF-", "application/pdf");
        handout.setFileName("foraminotomy-es.pdf");
        message.setContent(new MimeMultipart(body, handout));
        Transport.send(message);
    }

    private String get(String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString())
                .body();
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + inbox.webPort() + path);
    }

    private static String link(Pattern link, String page) {
        Matcher found = link.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
