package org.foramen.notifier.console.signin.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.foramen.notifier.FreePort;
import org.foramen.notifier.console.signin.Door;
import org.foramen.notifier.console.signin.DoorVisitor;
import org.foramen.notifier.console.signin.password.MakeUser;
import org.foramen.notifier.ledger.Postgres;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Passkeys in a real browser: added, presented, demanded, taken away, and brought to the wrong place. */
@Timeout(180)
class PasskeysIT {

    private static final String PASSWORD = "a long enough password";
    private static final String PAGE = "/people/K7F392QX0123456789ABCDEFGH";
    private static final String BY_PASSKEY = "SignedIn[ana, operator, passkey]";
    private static final String PRESENT = "#present-passkey button";


    @TempDir
    Path folder;

    private final DataSource ledger = ledger();
    private final int port = FreePort.at("127.0.0.1");
    private DoorVisitor visitor;
    private Page page;

    @BeforeEach
    void anaMayComeIn() throws IOException {
        users(MakeUser.line("ana", "operator", PASSWORD));
        visitor = new DoorVisitor();
        page = visitor.page();
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void onePasskeyIsAllThatAnaNeeds() {
        addAndPresent(ledger);
    }

    @Test
    void onPostgresToo() {
        addAndPresent(Postgres.database("passkeys"));
    }

    private void addAndPresent(DataSource kept) {
        try (Door door = new Door(kept, folder, settings(Map.of()))) {
            addPasskey(door);
            assertThat(page.textContent("main")).contains("Ana's phone", "last used");
            assertThat(visitor.barriers()).isEmpty();

            present(door);

            assertThat(page.content()).contains(BY_PASSKEY);
            assertThat(new JdbcTemplate(kept).queryForList("select action || ' ' || by_whom from audit", String.class))
                    .containsExactly("passkey added ana");
        }
    }

    @Test
    void aPasskeyIsWorthNothingAtAnotherAddress() {
        try (Door door = door();
                Door other = new Door(ledger, folder, settings(Map.of("SERVER_PORT", "0")))) {
            addPasskey(door);
            page.context().clearCookies();

            page.navigate(other.at("/sign-in"));
            page.click(PRESENT);
            page.getByText("does not open this console").waitFor();
            DoorVisitor.signIn(page, other.at("/sign-in?to=/passkeys"), "ana", PASSWORD);
            removeAll();
            page.fill("#label", "Elsewhere");
            page.click("#add-passkey button");
            page.getByText("could not be accepted").waitFor();

            assertThat(rows("user_credentials")).isZero();
        }
    }

    @Test
    void anAnswerOfADeviceCountsOnce() {
        try (Door door = door()) {
            addPasskey(door);
            List<Integer> said = new ArrayList<>();
            page.route("**/sign-in/passkey", route -> {
                said.add(again(route.request()));
                said.add(again(route.request()));
                route.abort();
            });

            present(door);
            page.getByText("The browser gave none").waitFor();

            assertThat(said).containsExactly(204, 401);
        }
    }

    @Test
    void aPasskeyThatWasTakenAwayOpensNothingAndWhoCameByItIsOut() {
        try (Door door = door()) {
            addPasskey(door);
            present(door);
            assertThat(page.content()).contains(BY_PASSKEY);

            page.navigate(door.at("/passkeys"));
            page.click("text=Take away");

            assertThat(page.url()).isEqualTo(door.at("/sign-in?to=/passkeys"));
            page.click(PRESENT);
            page.getByText("does not open this console").waitFor();
        }
    }

    @Test
    void ofStrangersNoMoreIsReadThanAnAnswerCanHave() {
        try (Door door = door()) {
            page.navigate(door.at("/sign-in"));

            assertThat(page.evaluate("length => fetch('/sign-in/passkey', { method: 'POST', redirect: 'manual',"
                            + " headers: { 'X-XSRF-TOKEN': document.querySelector('[name=_csrf]').value },"
                            + " body: ' '.repeat(length) }).then(answer => answer.type + ' ' + answer.status)", 65_537))
                    .as("nobody's: led to the sign-in page")
                    .isEqualTo("opaqueredirect 0");
            assertThat(page.evaluate("() => fetch('/sign-in/passkey', { method: 'POST',"
                            + " headers: { 'X-XSRF-TOKEN': document.querySelector('[name=_csrf]').value },"
                            + " body: '{}' }).then(answer => answer.status)"))
                    .isEqualTo(401);
        }
    }

    @Test
    void passkeysAreChangedSoonAfterSignInAndNotLater() {
        try (Door door = door()) {
            addPasskey(door);
            signedInSince(Instant.now().minus(Duration.ofMinutes(16)));
            page.fill("#label", "Of whoever found this browser open");
            page.click("#add-passkey button");
            page.getByText("Sign in again, then add it").waitFor();

            page.click("text=Take away");
            assertThat(rows("user_credentials")).isEqualTo(1);
            page.navigate(door.at("/passkeys"));

            assertThat(page.locator("text=Take away").count()).isZero();
            assertThat(page.textContent("main")).contains("Sign in again to change them");
        }
    }

    @Test
    void whatTheFileOfUsersSaysByNowCountsForPasskeysToo() throws IOException {
        try (Door door = door()) {
            addPasskey(door);
            present(door);
        }
        users(MakeUser.line("ana", "viewer", PASSWORD));
        try (Door door = door()) {
            assertOut(door);
            present(door);
            assertThat(page.content()).contains("SignedIn[ana, viewer, passkey]");
        }
        users(MakeUser.line("ana", "viewer", "another long password"));
        try (Door door = door()) {
            assertOut(door);
            present(door);
            assertThat(page.content()).contains("SignedIn[ana, viewer, passkey]");
        }
        users(MakeUser.line("vera", "viewer", PASSWORD));
        try (Door door = door()) {
            assertOut(door);
            page.click(PRESENT);
            page.getByText("does not open this console").waitFor();
        }
    }

    @Test
    void whereASecondFactorIsDemandedAPasswordAloneOpensNothing() throws IOException {
        users(MakeUser.line("ana", "operator", PASSWORD), MakeUser.line("luz", "desk", PASSWORD));
        FirstPasskeyCodes codes = new FirstPasskeyCodes(JdbcClient.create(ledger));
        try (Door door = new Door(ledger, folder, settings(Map.of("foramen.console.second-factor", "true")))) {
            DoorVisitor.signIn(page, door.at(PAGE), "ana", PASSWORD);
            assertThat(page.url()).isEqualTo(door.at("/passkeys?to=" + PAGE));
            assertThat(page.textContent("main")).contains("A password alone does not open this console");
            assertThat(page.locator("nav").count()).as("nothing leads further").isZero();
            assertThat(visitor.barriers()).isEmpty();
            for (String path : List.of("/", "/audit", "/act/erase", "/live", PAGE)) {
                page.navigate(door.at(path));
                assertThat(URI.create(page.url()).getPath()).as(path).isEqualTo("/passkeys");
            }
            Instant now = Instant.now();
            for (String code : List.of(
                    "0000-0000-0000-0000-0000-0000", codes.make("luz", now), codes.make("ana", now.minus(Duration.ofHours(25))))) {
                addFirst(code);
                page.getByText("This code is not good").waitFor();
            }
            assertThat(rows("user_credentials")).isZero();

            addFirst(codes.make("ana", now).toLowerCase().replace("-", " "));
            page.waitForCondition(() -> page.locator("#code").count() == 0);
            assertThat(codes.isGood("ana", "", now)).isFalse();
            page.click(PRESENT);
            page.waitForURL(door.at(PAGE));

            assertThat(page.content()).contains(BY_PASSKEY);
            assertThat(rows("console_passkey_codes")).as("luz's is left").isEqualTo(1);
        }
    }

    private void addFirst(String code) {
        page.fill("#code", code);
        page.fill("#label", "Ana's phone");
        page.click("#add-passkey button");
    }

    private void addPasskey(Door door) {
        DoorVisitor.signIn(page, door.at("/sign-in?to=/passkeys"), "ana", PASSWORD);
        page.fill("#label", "Ana's phone");
        page.click("#add-passkey button");
        page.locator("text=Take away").waitFor();
    }

    private void present(Door door) {
        page.context().clearCookies();
        page.navigate(door.at(PAGE));
        page.click(PRESENT);
        page.waitForCondition(() -> !page.url().contains("/sign-in")
                || page.locator("#present-passkey [data-said]:visible").count() > 0);
    }

    private void assertOut(Door door) {
        page.navigate(door.at(PAGE));
        assertThat(page.url()).isEqualTo(door.at("/sign-in?to=" + PAGE));
    }

    private void removeAll() {
        page.locator("#add-passkey").waitFor(); // a page that is still coming cannot be loaded anew
        new JdbcTemplate(ledger).update("delete from user_credentials");
        page.reload();
    }

    private void signedInSince(Instant since) {
        new JdbcTemplate(ledger)
                .update(
                        "update console_session_attributes set attribute_bytes = stringtoutf8(regexp_replace("
                                + "utf8tostring(attribute_bytes), '\"since\":[^,}]*', ?))",
                        "\"since\":\"" + since + "\"");
    }

    private int rows(String table) {
        return new JdbcTemplate(ledger).queryForObject("select count(*) from " + table, Integer.class);
    }

    /** Sends what the browser is about to send, as whoever overheard it would. */
    private static int again(Request request) {
        HttpRequest.Builder copy = HttpRequest.newBuilder(URI.create(request.url()))
                .POST(HttpRequest.BodyPublishers.ofString(request.postData()));
        for (String header : List.of("cookie", "content-type", "x-xsrf-token")) {
            copy.header(header, request.allHeaders().get(header));
        }
        try {
            return HttpClient.newHttpClient()
                    .send(copy.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Door door() {
        return new Door(ledger, folder, settings(Map.of()));
    }

    private Map<String, String> settings(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "SERVER_PORT", String.valueOf(port),
                "foramen.console.users", folder.resolve("users").toString(),
                "foramen.console.address", "http://localhost:" + port,
                "foramen.console.passkeys", "true"));
        settings.putAll(more);
        return settings;
    }

    private void users(String... lines) throws IOException {
        Files.write(folder.resolve("users"), List.of(lines));
    }

    private static DataSource ledger() {
        JdbcDataSource ledger = new JdbcDataSource();
        ledger.setURL("jdbc:h2:mem:passkeys-" + System.nanoTime() + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1");
        return ledger;
    }
}
