package org.foramen.system.stack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** Lets it take connections and say nothing, as a server does whose network is gone. */
    public void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    public void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        String server = Files.readAllLines(folder.resolve("postmaster.pid")).get(0);
        List<String> kill = new ArrayList<>(List.of("kill", "-" + signal, server));
        ProcessHandle.of(Long.parseLong(server)).orElseThrow().descendants().forEach(one -> kill.add("" + one.pid()));
        new ProcessBuilder(kill).inheritIO().start().waitFor();
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
