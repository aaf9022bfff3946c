package org.foramen.notifier.ledger;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One real PostgreSQL server for all tests of a run, with a database for whoever asks; it ends with this process. */
public final class Postgres {

    private static final EmbeddedPostgres SERVER = start();

    private Postgres() {}

    /** A new database of this name. */
    public static DataSource database(String name) {
        JdbcClient.create(SERVER.getPostgresDatabase())
                .sql("create database " + name)
                .update();
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(SERVER.getDatabase("postgres", name));
        return pool;
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
