package org.foramen.system.stack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.foramen.stack.process.Ports;

/** A PostgreSQL server for the ledger, a process of its own whose data outlives it. */
public final class Database implements AutoCloseable {

    private final int port = Ports.free();
    private final Path folder;
    private Optional<EmbeddedPostgres> running = Optional.empty();

    public Database(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    public void start() throws IOException {
        if (running.isEmpty()) {
            running = Optional.of(EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .start());
        }
    }

    public void stop() throws IOException {
        if (running.isPresent()) {
            running.get().close();
            running = Optional.empty();
        }
    }

    /** A look into it, while it runs. */
    public Connection connect() throws SQLException {
        return running.orElseThrow().getPostgresDatabase().getConnection();
    }

    /** Holds the table of deliveries: whoever asks for anything in it gets no answer until this is closed. */
    public Connection hold() throws SQLException {
        Connection holder = running.orElseThrow().getPostgresDatabase().getConnection();
        holder.setAutoCommit(false);
        try (Statement lock = holder.createStatement()) {
            lock.execute("lock table delivery in access exclusive mode");
        }
        return holder;
    }

    /** What a notifier must be told to keep its ledger here. */
    public Map<String, String> settings() {
        return Map.of(
                "SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                "SPRING_DATASOURCE_USERNAME", "postgres",
                "SPRING_DATASOURCE_PASSWORD", "postgres");
    }

    @Override
    public void close() throws IOException {
        stop();
    }
}
