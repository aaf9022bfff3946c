package org.foramen.notifier.cases;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.foramen.base.SealKeyFiles;
import org.foramen.content.ClinicContent;
import org.foramen.content.MovedClock;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.sealing.InquiryOpener;
import org.foramen.contract.sealing.SealKeys;
import org.foramen.notifier.ShippedContent;
import org.foramen.notifier.cases.action.CaseActions;
import org.foramen.notifier.cases.action.CaseErasure;
import org.foramen.notifier.consent.ConsentLog;
import org.foramen.notifier.ledger.AuditLog;
import org.foramen.notifier.ledger.Ledgers;
import org.foramen.notifier.message.Response;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The cases of a database with a clock that a test moves, for tests of whoever uses them. */
public final class Board {

    public static final Response ANSWER = new Response(null, "", List.of(), null);
    public static final Response SUSPECTED = new Response(null, "", List.of("hidden-field"), null);

    public final JdbcClient jdbc;
    public final DataSourceTransactionManager transactions;
    public final ConsentLog consents;
    public final CaseOpener opener;
    public final CaseErasure erasure;
    public final Cases cases;
    public final CaseFigures figures;
    public final CaseActions actions;
    public final MovedClock clock;
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private Board(DataSource database, Path keys, Instant now) {
        SealKeyFiles.makeIfAbsent(keys);
        InquiryOpener secrets = SealKeys.opener(keys.resolve(SealKeys.PRIVATE_FILE));
        ClinicContent content = ShippedContent.CONTENT;
        PersonFingerprints fingerprints = new PersonFingerprints(secrets);
        this.clock = new MovedClock(now);
        this.jdbc = JdbcClient.create(database);
        this.transactions = new DataSourceTransactionManager(database);
        this.consents = new ConsentLog(jdbc);
        this.opener = new CaseOpener(jdbc, consents, fingerprints, content);
        this.erasure = new CaseErasure(jdbc, consents);
        this.cases = new Cases(jdbc, fingerprints, content, clock);
        this.figures = new CaseFigures(jdbc, content, clock);
        this.actions = new CaseActions(jdbc, new AuditLog(jdbc), transactions, clock, meters);
    }

    /** @param keys a folder for keys, which may be empty */
    public static Board in(DataSource database, Path keys, Instant now) {
        return new Board(Ledgers.emptied(database), keys, now);
    }

    /** Over a database that has its tables already. */
    public static Board over(DataSource database, Path keys, Instant now) {
        return new Board(database, keys, now);
    }

    public InquiryId open(InquiryReceived inquiry) {
        opener.open(inquiry, ANSWER, clock.instant());
        return inquiry.id();
    }

    public CaseFile file(InquiryId inquiry) {
        return cases.find(inquiry).orElseThrow();
    }
}
