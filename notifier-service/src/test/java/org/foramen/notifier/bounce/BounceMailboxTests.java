package org.foramen.notifier.bounce;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.foramen.base.SealKeyFiles;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.sealing.InquiryOpener;
import org.foramen.contract.sealing.SealKeys;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.Settings;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.imap.ImapMailbox;
import org.foramen.notifier.imap.ImapServer;
import org.foramen.notifier.ledger.AuditLog;
import org.foramen.notifier.ledger.DeliveryTokens;
import org.foramen.notifier.ledger.DueDeliveries;
import org.foramen.notifier.ledger.Ledger;
import org.foramen.notifier.ledger.Ledgers;
import org.foramen.notifier.ledger.followup.Followup;
import org.foramen.notifier.ledger.followup.Followups;
import org.foramen.notifier.sending.report.DeliveryMetrics;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.smtp.verdict.Reply;
import org.foramen.notifier.topic.KeptHere;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** A bounce mailbox on an IMAP server, and a ledger in memory. */
@Timeout(60)
class BounceMailboxTests {

    private static final String ADDRESS = "bounces@clinic.example";
    private static final Position HERE = new Position(0, 7);

    @TempDir
    Path folder;

    private final GreenMail mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final InquiryReceived inquiry = Inquiries.number(1);
    private final DeliveryKey patient = new DeliveryKey(inquiry.id(), Audience.PATIENT);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private GreenMailUser user;
    private NotifierSettings settings;
    private DataSource database;
    private Ledger ledger;
    private Followups followups;
    private KeptHere kept;
    private DeliveryTokens tokens;
    private BounceHandler handler;
    private BounceMailbox bounces;

    @BeforeEach
    void begin() {
        mailServer.start();
        user = mailServer.setUser(ADDRESS, "bounces", "password");
        settings = Settings.with(Map.of(
                "foramen.bounces.imap.host", "127.0.0.1",
                "foramen.bounces.imap.port", String.valueOf(mailServer.getImap().getPort()),
                "foramen.bounces.imap.user", "bounces",
                "foramen.bounces.imap.password", "password"));
        SealKeyFiles.makeIfAbsent(folder.resolve("keys"));
        InquiryOpener opener = SealKeys.opener(folder.resolve("keys").resolve(SealKeys.PRIVATE_FILE));
        database = Ledgers.database("bounces");
        ledger = Ledgers.in(database, folder.resolve("keys"), settings);
        followups = Ledgers.followups(database, ledger);
        kept = new KeptHere(opener);
        kept.keep(inquiry);
        tokens = new DeliveryTokens(opener);
        handler = new BounceHandler(
                ledger,
                followups,
                Ledgers.quota(database, folder.resolve("keys"), settings),
                new AuditLog(JdbcClient.create(database)),
                kept,
                settings,
                new DataSourceTransactionManager(database),
                new DeliveryMetrics(meters));
        bounces = new BounceMailbox(settings, tokens, handler, Clock.systemUTC(), meters);
    }

    @AfterEach
    void end() {
        mailServer.stop();
    }

    @Test
    void aFailureEndsTheDeliveryAndTheClinicIsAskedToPhone() throws Exception {
        sent(patient);
        arrives("postfix-failed", patient);

        round();

        assertThat(find(patient)).satisfies(ended -> {
            assertThat(ended.state()).isEqualTo(State.BOUNCED);
            assertThat(ended.smtpCode()).isEqualTo(550);
            assertThat(ended.enhancedStatus()).isEqualTo("5.1.1");
        });
        assertThat(find(new DeliveryKey(inquiry.id(), Audience.NOTICE)).reason())
                .isEqualTo(Reason.BOUNCED);
        assertThat(mails("INBOX")).as("a report names a person").isZero();
        assertThat(counted("failed")).isEqualTo(1);
    }

    @Test
    void theAddressIsNotMailedAgainForATime() throws Exception {
        sent(patient);
        arrives("postfix-failed", patient);
        round();
        DeliveryKey next = new DeliveryKey(Inquiries.number(2).id(), Audience.PATIENT);

        assertThat(ledger.beginNew(next, HERE, inquiry.person().email(), Instant.now()))
                .isEmpty();

        assertThat(find(next).reason()).isEqualTo(Reason.BOUNCED_BEFORE);
    }

    @Test
    void theSameReportTwiceChangesNothingMore() throws Exception {
        sent(patient);
        arrives("postfix-failed", patient);
        round();
        Delivery once = find(patient);
        arrives("postfix-failed", patient);

        round();

        assertThat(find(patient)).isEqualTo(once);
        assertThat(new DueDeliveries(JdbcClient.create(database))
                        .find(EnumSet.allOf(Audience.class), Instant.now(), 10))
                .hasSize(1);
    }

    @Test
    void aDelayIsNotedAndNothingElse() throws Exception {
        sent(patient);
        Delivery before = find(patient);
        arrives("postfix-delayed", patient);

        round();

        assertThat(find(patient)).isEqualTo(before);
        assertThat(new AuditLog(JdbcClient.create(database)).about(inquiry.id().value()))
                .extracting(AuditLog.Entry::action)
                .containsExactly("delayed");
    }

    @Test
    void theClinicsOwnMailThatComesBackGoesToTheFallbackInbox() throws Exception {
        DeliveryKey clinic = new DeliveryKey(inquiry.id(), Audience.CLINIC);
        sent(clinic);
        arrives("postfix-failed", clinic);

        round();

        assertThat(find(clinic).state()).isEqualTo(State.BOUNCED);
        assertThat(find(new DeliveryKey(inquiry.id(), Audience.FALLBACK)).reason())
                .isEqualTo(Reason.BOUNCED);
    }

    @Test
    void theLastInboxIsAskedAgain() throws Exception {
        DeliveryKey notice = new DeliveryKey(inquiry.id(), Audience.NOTICE);
        sent(notice);
        arrives("postfix-failed", notice);

        round();

        assertThat(find(notice).state()).isEqualTo(State.DEFERRED);
        assertThat(find(notice).nextAttemptAt()).isAfter(Instant.now());
    }

    @Test
    void aReportThatIsQuickerThanTheLedgerWaits() throws Exception {
        ledger.beginNew(patient, HERE, null, Instant.now());
        arrives("postfix-failed", patient);

        round();

        assertThat(mails("INBOX")).isEqualTo(1);
        assertThat(find(patient).state()).isEqualTo(State.ATTEMPTING);
    }

    @Test
    void withoutKafkaReportsWait() throws Exception {
        sent(patient);
        arrives("postfix-failed", patient);
        kept.goAway(true);

        round();

        assertThat(find(patient).state()).isEqualTo(State.SENT);
        kept.goAway(false);
        round();
        assertThat(find(patient).state()).isEqualTo(State.BOUNCED);
    }

    @Test
    void aComplaintEndsNothingAndTheAddressRests() throws Exception {
        sent(patient);
        arrives("complaint", patient);

        round();

        assertThat(find(patient).state()).isEqualTo(State.SENT);
        DeliveryKey next = new DeliveryKey(Inquiries.number(2).id(), Audience.PATIENT);
        assertThat(ledger.beginNew(next, HERE, inquiry.person().email(), Instant.now()))
                .isEmpty();
        assertThat(find(next).reason()).isEqualTo(Reason.COMPLAINED);
    }

    @Test
    void whatIsNoReportOrForgedIsKeptAndHoldsUpNothing() throws Exception {
        sent(patient);
        arrives("a-person-writes", patient);
        arrives("forged", patient);
        arrives("broken-parts", patient);
        arrives("out-of-office", patient);
        arrives("postfix-failed", new DeliveryKey(Inquiries.number(9).id(), Audience.PATIENT));
        Delivery before = find(patient);

        round();

        assertThat(mails("INBOX")).isZero();
        assertThat(mails("Not read")).isEqualTo(4);
        assertThat(counted("unknown")).isEqualTo(4);
        assertThat(counted("auto-reply")).isEqualTo(1);
        assertThat(find(patient)).isEqualTo(before);
    }

    @Test
    void whatCannotBeMovedStaysAndHoldsUpNothingBehindIt() throws Exception {
        sent(patient);
        arrives("a-person-writes", patient);
        arrives("postfix-failed", patient);
        NotifierSettings nowhere = Settings.with(Map.of("foramen.bounces.kept-in", "*"));

        try (ImapMailbox mailbox = new ImapServer(settings.bounces().imap(), settings.smtp(), null).open()) {
            new BounceMailbox(nowhere, tokens, handler, Clock.systemUTC(), meters).read(mailbox);
        }

        assertThat(find(patient).state()).isEqualTo(State.BOUNCED);
        assertThat(mails("INBOX")).isEqualTo(1);
    }

    @Test
    void aPasswordThatIsRefusedIsNotTriedInEachRound() {
        NotifierSettings wrong = Settings.with(Map.of(
                "foramen.bounces.imap.host", "127.0.0.1",
                "foramen.bounces.imap.port", String.valueOf(mailServer.getImap().getPort()),
                "foramen.bounces.imap.user", "bounces",
                "foramen.bounces.imap.password", "wrong"));
        ImapServer server = new ImapServer(wrong.bounces().imap(), wrong.smtp(), null);

        assertThatExceptionOfType(AuthenticationFailedException.class).isThrownBy(server::open);
        user.setPassword("wrong"); // it would be taken now
        assertThatExceptionOfType(MessagingException.class)
                .isThrownBy(server::open)
                .withMessageContaining("refused")
                .withMessageContaining("; the next try is at ");
    }

    @Test
    void aFileWithThePasswordThatIsGoneIsSaid() throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "password");
        NotifierSettings fromFile = Settings.with(Map.of(
                "foramen.bounces.imap.host",
                "127.0.0.1",
                "foramen.bounces.imap.port",
                String.valueOf(mailServer.getImap().getPort()),
                "foramen.bounces.imap.user",
                "bounces",
                "foramen.bounces.imap.password-file",
                file.toString()));
        ImapServer server = new ImapServer(fromFile.bounces().imap(), fromFile.smtp(), null);
        server.open().close();

        Files.delete(file);

        assertThatExceptionOfType(MessagingException.class)
                .isThrownBy(server::open)
                .withMessage("the file with a mailbox's password cannot be read: " + file);
    }

    private void sent(DeliveryKey key) {
        Delivery begun = ledger.beginNew(key, HERE, null, Instant.now()).orElseThrow();
        followups.note(begun, new Followup.Sent(new Reply(250, "2.0.0"), null, Instant.now()));
    }

    private Delivery find(DeliveryKey key) {
        return ledger.find(key).orElseThrow();
    }

    private void round() throws Exception {
        try (ImapMailbox mailbox = new ImapServer(settings.bounces().imap(), settings.smtp(), null).open()) {
            bounces.read(mailbox);
        }
    }

    private void arrives(String mail, DeliveryKey about) throws Exception {
        try (InputStream file = requireNonNull(getClass().getResourceAsStream(mail + ".eml"))) {
            String text = new String(file.readAllBytes(), US_ASCII).replace("TOKEN", tokens.of(about));
            user.deliver(new MimeMessage(
                    Session.getInstance(new Properties()), new ByteArrayInputStream(text.getBytes(US_ASCII))));
        }
    }

    private int mails(String name) throws Exception {
        return mailServer
                .getManagers()
                .getImapHostManager()
                .getFolder(user, name)
                .getMessageCount();
    }

    private double counted(String kind) {
        return meters.counter("foramen.bounces", "kind", kind).count();
    }
}
