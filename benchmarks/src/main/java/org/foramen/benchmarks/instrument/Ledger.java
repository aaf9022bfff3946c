package org.foramen.benchmarks.instrument;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.foramen.stack.process.Ports;
import org.jspecify.annotations.Nullable;

/** Where notifiers keep their ledger: H2 in a file, or a PostgreSQL of our own when BENCH_LEDGER says {@code postgresql}. */
public final class Ledger implements AutoCloseable {

    private final Path folder;
    private final @Nullable EmbeddedPostgres postgres;

    private Ledger(Path folder, @Nullable EmbeddedPostgres postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    public static Ledger chosen(Path folder) throws IOException {
        return "postgresql".equals(System.getenv("BENCH_LEDGER")) ? postgres(folder) : new Ledger(folder, null);
    }

    public static Ledger postgres(Path folder) throws IOException {
        return postgres(folder, Map.of());
    }

    /** @param changes to PostgreSQL's own settings */
    public static Ledger postgres(Path folder, Map<String, String> changes) throws IOException {
        EmbeddedPostgres.Builder server = EmbeddedPostgres.builder()
                .setPort(Ports.free())
                .setDataDirectory(folder.resolve("postgres"))
                // what was committed is on the disk, as PostgreSQL has it by itself; the embedded one is told otherwise
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on");
        changes.forEach(server::setServerConfig);
        return new Ledger(folder, server.start());
    }

    public boolean isPostgres() {
        return postgres != null;
    }

    public String name() {
        return postgres == null ? "H2 file" : "PostgreSQL";
    }

    /** What a notifier of this name must be told; each has a ledger of its own. */
    public Map<String, String> settings(String notifier) {
        if (postgres == null) {
            return Map.of(); // its own folder, as it ships
        }
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database \"" + notifier + "\"");
        } catch (SQLException e) {
            throw new IllegalStateException("no ledger for " + notifier, e);
        }
        return Map.of(
                "SPRING_DATASOURCE_URL", postgres.getJdbcUrl("postgres", notifier),
                "SPRING_DATASOURCE_USERNAME", "postgres",
                "SPRING_DATASOURCE_PASSWORD", "postgres");
    }

    /** The ledger of a notifier; when it is a file the notifier must have ended. */
    public Connection open(String notifier) throws SQLException {
        return postgres == null
                ? DriverManager.getConnection(
                        "jdbc:h2:file:" + folder.resolve(notifier).resolve("ledger") + ";MODE=PostgreSQL;WRITE_DELAY=0")
                : DriverManager.getConnection(postgres.getJdbcUrl("postgres", notifier), "postgres", "postgres");
    }

    /** Processor seconds of all processes of the PostgreSQL so far. */
    public double cpuSeconds() {
        try {
            Path pid = folder.resolve("postgres").resolve("postmaster.pid");
            return new ProcessTree(Long.parseLong(Files.readAllLines(pid).get(0))).cpuSeconds();
        } catch (IOException e) {
            throw new UncheckedIOException("no PostgreSQL in " + folder, e);
        }
    }

    /** What the ledger of a notifier takes on the disk. */
    public double megabytes(String notifier) {
        try {
            if (postgres == null) {
                return Files.size(folder.resolve(notifier).resolve("ledger.mv.db")) / 1e6;
            }
            try (Connection connection = open(notifier);
                    Statement statement = connection.createStatement();
                    ResultSet size = statement.executeQuery("select pg_database_size(current_database())")) {
                size.next();
                return size.getLong(1) / 1e6;
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("no ledger of " + notifier, e);
        }
    }

    @Override
    public void close() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }
}
