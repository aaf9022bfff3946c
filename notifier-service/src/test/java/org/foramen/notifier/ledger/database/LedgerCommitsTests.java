package org.foramen.notifier.ledger.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.foramen.notifier.ledger.Ledgers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** With the transactions that Spring makes for the notifier. */
class LedgerCommitsTests {

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void whatIsCommittedIsHeardOfAndWhatIsRolledBackIsNot() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        DataSourceTransactionManagerAutoConfiguration.class,
                        TransactionManagerCustomizationAutoConfiguration.class))
                .withBean("dataSource", DataSource.class, () -> Ledgers.database("commits"))
                .withBean(LedgerCommits.class)
                .run(context -> {
                    context.getBean(LedgerCommits.class).then(asked::incrementAndGet);
                    TransactionTemplate transaction =
                            new TransactionTemplate(context.getBean(PlatformTransactionManager.class));

                    transaction.executeWithoutResult(status -> assertThat(asked).hasValue(0));
                    transaction.executeWithoutResult(status -> status.setRollbackOnly());

                    assertThat(asked).hasValue(1);
                });
    }
}
