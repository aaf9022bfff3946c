package org.foramen.notifier.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.util.Map;
import org.foramen.base.SettingRefused;
import org.foramen.notifier.Settings;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.message.ShortMail;
import org.foramen.notifier.smtp.verdict.SmtpOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.mail.autoconfigure.MailProperties;

class SmtpServerTests {

    @RegisterExtension
    static final GreenMailExtension MAIL_SERVER = new GreenMailExtension(
            new ServerSetup[] {ServerSetupTest.SMTP.dynamicPort(), ServerSetupTest.SMTPS.dynamicPort()});

    private static final String REQUIRED = "mail.smtp.starttls.required";

    @Test
    void aServerElsewhereMustOfferTlsUnderItsOwnName() {
        SmtpServer server = new SmtpServer(at("192.0.2.7"), Settings.defaults());

        assertThat(server.session().getProperty(REQUIRED)).isEqualTo("true");
        assertThat(server.session().getProperty("mail.smtp.ssl.checkserveridentity"))
                .isEqualTo("true");
    }

    @Test
    void aServerWhoseNameIsNotKnownYetIsElsewhere() {
        SmtpServer server = new SmtpServer(at("mail.invalid"), Settings.defaults());

        assertThat(server.session().getProperty(REQUIRED)).isEqualTo("true");
    }

    @Test
    void aServerOnThisMachineNeedNot() {
        SmtpServer server = new SmtpServer(at("127.0.0.1"), Settings.defaults());

        assertThat(server.session().getProperty(REQUIRED)).isEqualTo("false");
    }

    @Test
    void inProductionMailNeverPassesInTheClear() {
        Map<String, String> careless = Map.of("foramen.mode", "production", "foramen.smtp.allow-plaintext", "true");

        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> new SmtpServer(at("192.0.2.7"), Settings.with(careless)))
                .withMessageContaining("FORAMEN_SMTP_ALLOW_PLAINTEXT");
    }

    @Test
    void aSettingCannotLeadMailsPastWhatKnowsHowFarTheyGot() {
        MailProperties chunked = at("127.0.0.1");
        chunked.getProperties().put("mail.smtp.chunksize", "8192");

        assertThat(new SmtpServer(chunked, Settings.defaults()).session().getProperty("mail.smtp.chunksize"))
                .isEqualTo("-1");
    }

    @Test
    void nothingIsSentToAServerThatOffersNoTls() {
        MailProperties withoutTls = at("127.0.0.1");
        withoutTls.setPort(MAIL_SERVER.getSmtp().getPort());

        assertThat(send(withoutTls)).isInstanceOf(SmtpOutcome.Sent.class);
        withoutTls.getProperties().put(REQUIRED, "true");

        assertThat(send(withoutTls)).isInstanceOf(SmtpOutcome.Unavailable.class);
        assertThat(MAIL_SERVER.getReceivedMessages()).hasSize(1);
    }

    @Test
    void nothingIsSentToAServerWhoseCertificateNobodyVouchesFor() {
        MailProperties selfSigned = at("127.0.0.1");
        selfSigned.setPort(MAIL_SERVER.getSmtps().getPort());
        selfSigned.setProtocol("smtps");

        assertThat(send(selfSigned)).isInstanceOf(SmtpOutcome.Unavailable.class);
        assertThat(MAIL_SERVER.getReceivedMessages()).isEmpty();
    }

    private static SmtpOutcome send(MailProperties where) {
        SmtpServer server = new SmtpServer(where, Settings.defaults());
        SmtpCourier courier = new SmtpCourier(server, Settings.defaults());
        Mail mail = ShortMail.toAna();
        try {
            return courier.send(MimeMessages.of(mail, server, "<1@clinic.example>", null));
        } finally {
            courier.destroy();
        }
    }

    private static MailProperties at(String host) {
        MailProperties properties = new MailProperties();
        properties.setHost(host);
        return properties;
    }
}
