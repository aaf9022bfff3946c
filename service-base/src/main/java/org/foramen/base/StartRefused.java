package org.foramen.base;

import org.foramen.content.file.InvalidContent;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence what is wrong with the clinic's content, instead of a page of exceptions. */
class StartRefused extends AbstractFailureAnalyzer<InvalidContent> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, InvalidContent invalid) {
        return new FailureAnalysis(invalid.getMessage(), "Mend the file and start again.", invalid);
    }
}
