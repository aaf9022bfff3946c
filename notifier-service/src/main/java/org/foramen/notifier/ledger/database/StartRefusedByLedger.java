package org.foramen.notifier.ledger.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence that the ledger is too new, and what to do, instead of a page of exceptions. */
class StartRefusedByLedger extends AbstractFailureAnalyzer<NewerLedger> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, NewerLedger newer) {
        return new FailureAnalysis(
                newer.getMessage(),
                "Start the newer version again. The way back is the ledger's backup of before the upgrade: "
                        + "docs/operations.md, Upgrade.",
                newer);
    }
}
