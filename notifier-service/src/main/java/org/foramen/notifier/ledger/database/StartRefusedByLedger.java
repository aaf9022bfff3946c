package org.foramen.notifier.ledger.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence why the ledger is of no use, and what to do, instead of a page of exceptions. */
class StartRefusedByLedger extends AbstractFailureAnalyzer<RefusedLedger> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, RefusedLedger refused) {
        return new FailureAnalysis(refused.getMessage(), refused.wayOut(), refused);
    }
}
