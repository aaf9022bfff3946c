package org.foramen.notifier.ledger;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.foramen.base.SealKeyFiles;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.Settings;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.digest.DigestQueries;
import org.foramen.notifier.ledger.followup.Followups;
import org.foramen.notifier.ledger.statistics.LedgerStatistics;
import org.foramen.notifier.ledger.statistics.MailStatistics;
import org.foramen.notifier.settings.NotifierSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** An empty ledger before each test, and who asks it; the same for every database that it may stand in. */
abstract class FreshLedger {

    static final Set<Audience> EVERYBODY = EnumSet.allOf(Audience.class);
    static final Instant NOW = Instant.parse("2026-11-22T18:30:05Z");
    static final Position HERE = new Position(3, 17);
    static final InquiryId ID = new InquiryId("K7F392QX0123456789ABCDEFGH");
    static final InquiryId OTHER = new InquiryId("0".repeat(26));
    static final Subject INQUIRY = new Subject.Inquiry(ID);
    static final Subject DIGEST = new Subject.Digest(LocalDate.parse("2026-11-22"));
    static final DeliveryKey KEY = new DeliveryKey(ID, Audience.PATIENT);

    @TempDir
    Path keys;

    JdbcClient jdbc;
    Ledger ledger;
    Followups followups;
    DueDeliveries due;
    KnownDeliveries known;
    DigestQueries books;
    OperatorActions actions;
    DeliverySearch search;
    LedgerStatistics figures;
    MailStatistics mails;
    AuditLog auditLog;

    abstract DataSource database();

    @BeforeEach
    void migrate() {
        DataSource database = Ledgers.emptied(database());
        jdbc = JdbcClient.create(database);
        books = new DigestQueries(jdbc);
        search = new DeliverySearch(jdbc);
        figures = new LedgerStatistics(jdbc);
        mails = new MailStatistics(jdbc);
        auditLog = new AuditLog(jdbc);
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
        SealKeyFiles.makeIfAbsent(keys);
        ledger = Ledgers.in(database, keys, Settings.defaults());
        followups = Ledgers.followups(database, ledger);
        due = new DueDeliveries(jdbc);
        known = new KnownDeliveries(jdbc);
        actions = new OperatorActions(jdbc, ledger, auditLog, transactions);
    }

    Optional<Delivery> begin(DeliveryKey key) {
        return ledger.beginNew(key, HERE, null, NOW);
    }

    static DeliveryKey deadLetter(int partition, long offset) {
        return new DeliveryKey(new Subject.DeadLetter(new Position(partition, offset)), Audience.NOTICE);
    }

    static InquiryId numbered(int number) {
        return new InquiryId("%026d".formatted(number));
    }

    AddressQuota quota(NotifierSettings settings) {
        return Ledgers.quota(database(), keys, settings);
    }
}
