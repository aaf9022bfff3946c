package org.foramen.notifier.ledger.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.foramen.notifier.ledger.Postgres;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL whose pages have checksums, as the compose file asks for; what is in its folder outlives a stop. */
final class ChecksummedPostgres {

    private final Path folder;

    /** The embedded server makes its folder without checksums, and changes none that is there. */
    ChecksummedPostgres(Path folder) throws IOException, InterruptedException {
        this.folder = folder.toAbsolutePath();
        String programs = JdbcClient.create(Postgres.database("programs"))
                .sql("select setting from pg_config where name = 'BINDIR'")
                .query(String.class)
                .single();
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) { // whom initdb refuses
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(
                programs + "/initdb",
                "-D",
                this.folder.toString(),
                "-U",
                "postgres",
                "-A",
                "trust",
                "--data-checksums"));
        Process made = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (made.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }

    EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .start();
    }

    /** @param path below its folder, as PostgreSQL names its files */
    Path file(String path) {
        return folder.resolve(path);
    }
}
