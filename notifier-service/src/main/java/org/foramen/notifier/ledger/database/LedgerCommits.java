package org.foramen.notifier.ledger.database;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Tells who waits for work in the ledger that this notifier has written to it. Of what others wrote it knows nothing. */
@Component
public class LedgerCommits implements TransactionExecutionListener {

    private final List<Runnable> waiting = new CopyOnWriteArrayList<>();

    /** @param ask returns at once, for whoever wrote waits for it */
    public void then(Runnable ask) {
        waiting.add(ask);
    }

    @Override
    public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure == null) {
            waiting.forEach(Runnable::run);
        }
    }
}
