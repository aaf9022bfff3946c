package org.foramen.system.stack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.foramen.stack.process.Ports;

/** A PostgreSQL server for the ledger, a process of its own whose data outlives it. */
public final class Database implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int port = Ports.free();
    private final Path folder;
    private final Map<String, String> changes;
    private Optional<EmbeddedPostgres> running = Optional.empty();
    private Optional<ProcessHandle> postmaster = Optional.empty();

    public Database(Path folder) {
        this(folder, Map.of());
    }

    private Database(Path folder, Map<String, String> changes) {
        this.folder = folder.toAbsolutePath();
        this.changes = changes;
    }

    /** One that forces what it commits, as PostgreSQL does that nobody told otherwise; the embedded one is told. */
    public static Database forced(Path folder) {
        return new Database(folder, Map.of("fsync", "on", "synchronous_commit", "on"));
    }

    public void start() throws IOException {
        if (running.isEmpty()) {
            EmbeddedPostgres.Builder server = EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(PATIENCE);
            changes.forEach(server::setServerConfig);
            running = Optional.of(server.start());
            String pid = Files.readAllLines(folder.resolve("postmaster.pid")).get(0);
            postmaster = ProcessHandle.of(Long.parseLong(pid));
        }
    }

    public void stop() throws IOException {
        if (running.isPresent()) {
            running.get().close();
            running = Optional.empty();
        }
    }

    /** Ends all its processes, as a cut of the power does; its disk may be gone. */
    public void kill() throws IOException {
        List<ProcessHandle> all = postmaster.stream()
                .flatMap(first -> Stream.concat(first.descendants(), Stream.of(first)))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle one : all) {
            one.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        }
        stop();
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
