package org.foramen.notifier.ledger.database;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Gives up a ledger that says nothing any more, and has one in a file survive a cut of the power. PostgreSQL's driver would
 * wait for a server that vanished for as long as the network lets it, and with the one commit under way all the others; H2
 * would keep nothing at all, and be gone for good once its disk was full.
 */
@Component
public class LedgerConnections implements BeanPostProcessor, MeterBinder {

    /** Also the longest for a statement of a migration; a {@code socketTimeout} in the ledger's address wins. */
    private static final String SECONDS = "60";

    private static final Pattern H2_FILE = Pattern.compile("^jdbc:h2:(?:file:|(?=[~./]))");

    private final DamagedPages damaged = new DamagedPages();

    @Override
    public void bindTo(MeterRegistry metrics) {
        damaged.bindTo(metrics);
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool) {
            pool.setExceptionOverride(new LostConnection(damaged));
            String address = String.valueOf(pool.getJdbcUrl());
            if (address.startsWith("jdbc:postgresql:")) {
                pool.getDataSourceProperties().putIfAbsent("socketTimeout", SECONDS);
            } else if (H2_FILE.matcher(address).find()) {
                ForcedFile.register();
                String forced = H2_FILE.matcher(address).replaceFirst("jdbc:h2:" + ForcedFile.SCHEME + ":");
                pool.setJdbcUrl(forced);
                putBack(forced);
            }
        }
        return bean;
    }

    /** Before anybody opens it. */
    private static void putBack(String address) {
        UpgradeCopy.of(address).ifPresent(copy -> {
            try {
                copy.putBack();
            } catch (IOException e) {
                throw RefusedLedger.ofCopy(copy, e);
            }
        });
    }
}
