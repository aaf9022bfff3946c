package org.foramen.notifier.console.signin.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.foramen.notifier.console.signin.Door;
import org.foramen.notifier.console.signin.Visits;
import org.foramen.notifier.console.signin.password.MakeUser;
import org.foramen.notifier.ledger.Postgres;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sign-ins that are kept in the ledger's database. */
@Timeout(120)
class SessionsIT {

    private static final String PASSWORD = "a long enough password";
    private static final String PAGE = "/people/K7F392QX0123456789ABCDEFGH";

    @TempDir
    Path folder;

    private final Visits visits = new Visits();
    private final DataSource h2 = h2();
    private String ana;

    @BeforeEach
    void anaMayComeIn() throws IOException {
        ana = MakeUser.line("ana", "operator", PASSWORD);
        users(ana);
    }

    @Test
    void twoNotifiersShareThemAndARestartDoesNotEndThem() {
        shareAndRestart(h2);
    }

    @Test
    void onPostgresToo() {
        shareAndRestart(Postgres.database("sessions"));
    }

    private void shareAndRestart(DataSource ledger) {
        try (Door first = door(ledger);
                Door second = door(ledger)) {
            signIn(first);
            assertThat(visits.get(second.at(PAGE)).body()).contains("SignedIn[ana, operator, password]");
        }
        try (Door again = door(ledger)) {
            assertThat(visits.get(again.at(PAGE)).body()).contains("SignedIn[ana, operator, password]");
            visits.post(again.at("/sign-out"), Map.of("_csrf", Visits.token(visits.get(again.at(PAGE)))));
            assertThat(visits.get(again.at(PAGE)).statusCode()).isEqualTo(302);
            assertThat(new JdbcTemplate(ledger).queryForObject("select count(*) from console_session", Integer.class))
                    .isZero();
        }
    }

    @Test
    void theFirstPasswordsSignInOutlivesARestartToo() throws IOException {
        Map<String, String> laptop = Map.of();
        try (Door first = new Door(h2, folder, laptop)) {
            String password =
                    Files.readString(folder.resolve("keys/console-password")).strip();
            signIn(first, "operator", password);
        }
        try (Door again = new Door(h2, folder, laptop)) {
            assertThat(visits.get(again.at(PAGE)).body()).contains("SignedIn[operator, operator, password]");
        }
    }

    @Test
    void whoIsInTheFileNoMoreIsOut() throws IOException {
        try (Door first = door(h2)) {
            signIn(first);
        }
        for (String line : List.of(
                MakeUser.line("vera", "viewer", PASSWORD),
                MakeUser.line("ana", "viewer", PASSWORD),
                MakeUser.line("ana", "operator", "another long password"))) {
            users(line);
            try (Door again = door(h2)) {
                assertThat(visits.get(again.at(PAGE)).statusCode()).as(line).isEqualTo(302);
            }
        }
        users(ana);
        try (Door again = door(h2)) {
            assertThat(visits.get(again.at(PAGE)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void nobodyStaysForLongerThanIsSet() {
        try (Door first = door(h2)) {
            signIn(first);
        }
        try (Door strict = new Door(
                h2,
                folder,
                Map.of(
                        "foramen.console.users",
                        folder.resolve("users").toString(),
                        "foramen.console.signed-in-for",
                        "0s"))) {
            assertThat(visits.get(strict.at(PAGE)).statusCode()).isEqualTo(302);
        }
    }

    @Test
    void whatNeedsNobodysNameDoesNotAskTheDatabase() {
        try (Door door = door(h2)) {
            signIn(door);
            int asked = door.asked();

            assertThat(visits.get(door.at("/console.css")).statusCode()).isEqualTo(200);
            assertThat(visits.get(door.at("/console.js")).statusCode()).isEqualTo(200);
            new Visits().get(door.at("/sign-in"));
            assertThat(new Visits().get(door.at(PAGE)).statusCode()).isEqualTo(302);

            assertThat(door.asked()).isEqualTo(asked);
            visits.get(door.at(PAGE));
            assertThat(door.asked()).isGreaterThan(asked);
        }
    }

    @Test
    void aRowHoldsANameAndARoleAndNoJavaObject() {
        try (Door door = door(h2)) {
            signIn(door);
            JdbcTemplate rows = new JdbcTemplate(h2);

            String kept = rows.queryForObject(
                    "select utf8tostring(attribute_bytes) from console_session_attributes", String.class);
            assertThat(kept).startsWith("{\"kept\":\"person\"").contains("\"ana\"", "\"OPERATOR\"");

            for (String other : List.of("{\"kept\":\"java.net.URL\"}", "\u00ac\u00ed\u0000\u0005", "{}", "")) {
                rows.update("update console_session_attributes set attribute_bytes = stringtoutf8(?)", other);
                assertThat(visits.get(door.at(PAGE)).statusCode()).as(other).isEqualTo(302);
            }
        }
    }

    @Test
    void aDatabaseThatIsAwayIsSaid() {
        try (Door door = door(h2)) {
            signIn(door);
            new JdbcTemplate(h2).execute("alter table console_session rename to gone");

            HttpResponse<String> page = visits.get(door.at(PAGE));

            assertThat(page.statusCode()).isEqualTo(503);
        }
    }

    private Door door(DataSource ledger) {
        return new Door(
                ledger,
                folder,
                Map.of("foramen.console.users", folder.resolve("users").toString()));
    }

    private void signIn(Door door) {
        signIn(door, "ana", PASSWORD);
    }

    private void signIn(Door door, String name, String password) {
        String token = Visits.token(visits.get(door.at("/sign-in")));
        HttpResponse<String> answer = visits.post(
                door.at("/sign-in"), Map.of("username", name, "password", password, "to", PAGE, "_csrf", token));
        assertThat(Visits.placeOf(answer)).isEqualTo(door.at(PAGE));
    }

    private void users(String line) throws IOException {
        Files.write(folder.resolve("users"), List.of(line));
    }

    private static DataSource h2() {
        JdbcDataSource ledger = new JdbcDataSource();
        ledger.setURL("jdbc:h2:mem:sessions-" + System.nanoTime() + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1");
        return ledger;
    }
}
