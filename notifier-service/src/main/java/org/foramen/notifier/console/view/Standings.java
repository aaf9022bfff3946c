package org.foramen.notifier.console.view;

import java.time.Instant;
import org.foramen.content.ClinicContent;
import org.foramen.content.approval.Approvals;
import org.foramen.notifier.consumer.SendLoops;
import org.foramen.notifier.ledger.DeliverySearch;
import org.foramen.notifier.ledger.statistics.LedgerStatistics;
import org.foramen.notifier.reconciliation.Reconciler;
import org.springframework.stereotype.Component;

/** Asks how things stand now. */
@Component
public class Standings {

    private final LedgerStatistics figures;
    private final DeliverySearch search;
    private final Reconciler reconciler;
    private final SendLoops loops;
    private final Approvals approvals;

    Standings(
            LedgerStatistics figures,
            DeliverySearch search,
            Reconciler reconciler,
            SendLoops loops,
            ClinicContent content) {
        this.figures = figures;
        this.search = search;
        this.reconciler = reconciler;
        this.loops = loops;
        this.approvals = content.approvals();
    }

    public MailStanding mail() {
        return new MailStanding(
                Instant.now(),
                figures.owed(),
                search.troubles(),
                !loops.paused(),
                reconciler.latest(),
                approvals.ending());
    }
}
