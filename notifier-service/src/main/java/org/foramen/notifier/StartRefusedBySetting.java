package org.foramen.notifier;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence which setting keeps the notifier from starting. */
class StartRefusedBySetting extends AbstractFailureAnalyzer<SettingRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, SettingRefused refused) {
        return new FailureAnalysis(refused.getMessage(), "Set it and start again.", refused);
    }
}
