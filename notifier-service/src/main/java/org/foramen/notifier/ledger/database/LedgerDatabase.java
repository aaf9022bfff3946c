package org.foramen.notifier.ledger.database;

import java.nio.file.Path;
import org.foramen.notifier.settings.NotifierSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Where the ledger's database is: as Spring's own settings say, else H2 in a file beside the notifier's other data. */
@Component
public class LedgerDatabase implements JdbcConnectionDetails {

    private static final String OPTIONS = ";MODE=PostgreSQL;WRITE_DELAY=0;PAGE_SIZE=4096;DB_CLOSE_ON_EXIT=FALSE";

    private final DataSourceProperties given;
    private final NotifierSettings settings;

    LedgerDatabase(DataSourceProperties given, NotifierSettings settings) {
        this.given = given;
        this.settings = settings;
    }

    @Override
    public String getJdbcUrl() {
        return StringUtils.hasText(given.getUrl()) ? given.getUrl() : "jdbc:h2:file:" + file() + OPTIONS;
    }

    @Override
    public @Nullable String getUsername() {
        return textOrNull(given.getUsername());
    }

    @Override
    public @Nullable String getPassword() {
        return textOrNull(given.getPassword());
    }

    /** H2 takes no path that another working directory would lead elsewhere. */
    private Path file() {
        return settings.data().resolve("ledger").toAbsolutePath();
    }

    private static @Nullable String textOrNull(@Nullable String text) {
        return StringUtils.hasText(text) ? text : null;
    }
}
