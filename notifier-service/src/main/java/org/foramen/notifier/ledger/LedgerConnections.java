package org.foramen.notifier.ledger;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Gives up a ledger that says nothing any more. PostgreSQL's driver would wait for a server that vanished for as long as the
 * network lets it, and with the one commit under way all the others.
 */
@Component
class LedgerConnections implements BeanPostProcessor {

    /** Also the longest for a statement of a migration; a {@code socketTimeout} in the ledger's address wins. */
    private static final String SECONDS = "60";

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool
                && String.valueOf(pool.getJdbcUrl()).startsWith("jdbc:postgresql:")) {
            pool.getDataSourceProperties().putIfAbsent("socketTimeout", SECONDS);
        }
        return bean;
    }
}
