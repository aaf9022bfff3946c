package org.foramen.base;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in one sentence which setting keeps the intake from starting, instead of a page of exceptions. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartRefusedBySetting extends AbstractFailureAnalyzer<SettingRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, SettingRefused refused) {
        return new FailureAnalysis(refused.getMessage(), "Mend the setting and start again.", refused);
    }
}
