package org.foramen.notifier.handout;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;

/** Prints the handouts beside the work, as soon as the notifier is ready. */
@Component
class PdfWarmUp {

    private final HandoutPdfs pdfs;
    private final AsyncTaskExecutor executor;

    PdfWarmUp(HandoutPdfs pdfs, @Qualifier("applicationTaskExecutor") AsyncTaskExecutor executor) {
        this.pdfs = pdfs;
        this.executor = executor;
    }

    @EventListener(ApplicationReadyEvent.class)
    void printHandouts() {
        executor.execute(pdfs::makeAll);
    }
}
