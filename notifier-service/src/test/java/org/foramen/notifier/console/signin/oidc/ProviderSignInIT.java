package org.foramen.notifier.console.signin.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.foramen.notifier.console.signin.Door;
import org.foramen.notifier.console.signin.Visits;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;

/** Staff sign in to the console at a real identity provider. */
@Timeout(120)
class ProviderSignInIT {

    private static final String WANTED = "/people/K7F392QX0123456789ABCDEFGH";
    private static final String BEGIN = "/sign-in/oidc?to=" + WANTED;

    @TempDir
    static Path folder;

    private static ClinicProvider provider;
    private static Door door;

    private final Visits visits = new Visits();

    @BeforeAll
    static void open() {
        provider = new ClinicProvider();
        door = new Door(ledger("oidc"), folder, settings(provider.issuer()));
        provider.lets(door.at(""));
    }

    @AfterAll
    static void close() {
        door.close();
        provider.close();
    }

    @BeforeEach
    void luzIsOfTheDesk() {
        provider.says(groups(List.of("staff", "front-desk")));
    }

    @Test
    void theLinkFromAMailIsReturnedToAfterSignIn() {
        HttpResponse<String> asked = visits.follow(visits.get(door.at(WANTED)));
        assertThat(asked.body()).contains("Sign in with your clinic account").doesNotContain("password");

        HttpResponse<String> page = signInFrom(asked);

        assertThat(page.uri().getPath()).isEqualTo(WANTED);
        assertThat(page.body()).contains("SignedIn[luz.marin, desk,");
        assertThat(visits.cookie("foramen-pending"))
                .as("what was needed on the way is gone")
                .isEmpty();
    }

    @Test
    void nothingIsKeptForWhoeverOnlyBeginsToSignIn() {
        HttpResponse<String> begun = visits.get(door.at(BEGIN));

        assertThat(Visits.placeOf(begun))
                .startsWith(provider.issuer())
                .contains("code_challenge=", "nonce=", "state=", "scope=openid%20profile");
        assertThat(visits.cookie("foramen-console")).isEmpty();
        assertThat(Stream.generate(this::asksTheLedgerWhenItBegins).limit(5))
                .as("what an earlier visit asks after its answer may fall into one")
                .contains(false);
    }

    private boolean asksTheLedgerWhenItBegins() {
        int asked = door.asked();
        visits.get(door.at(BEGIN));
        return door.asked() != asked;
    }

    static Stream<Arguments> claims() {
        return Stream.of(
                Arguments.of(groups(List.of("bosses", "front-desk")), "operator"),
                Arguments.of(groups("front-desk"), "desk"),
                Arguments.of(groups("staff viewers"), "viewer"),
                Arguments.of(groups(Map.of("bosses", Map.of("id", "1"))), "operator"));
    }

    @ParameterizedTest
    @MethodSource("claims")
    void theGreatestRoleThatAGroupGivesIsTheirs(Consumer<JwtClaimsSet.Builder> claims, String role) {
        provider.says(claims);

        assertThat(signIn().body()).contains(", " + role + ",");
    }

    static Stream<Consumer<JwtClaimsSet.Builder>> nobodys() {
        return Stream.of(
                claims -> {},
                groups(List.of("staff", "Bosses", "operator")),
                groups(List.of()),
                groups(7),
                claims -> claims.claim("roles", List.of("bosses")));
    }

    @ParameterizedTest
    @MethodSource("nobodys")
    void whoHasNoRoleHereIsRefusedInClearWords(Consumer<JwtClaimsSet.Builder> claims) {
        provider.says(claims);

        HttpResponse<String> page = signIn();

        assertThat(page.body()).contains("Your account has no role in this console");
        assertThat(page.uri().getQuery())
                .as("the page that was wanted is not forgotten")
                .contains("to=" + WANTED);
        assertThat(visits.cookie("foramen-console")).isEmpty();
        assertThat(visits.get(door.at(WANTED)).statusCode()).isEqualTo(302);
    }

    static Stream<Consumer<JwtClaimsSet.Builder>> lies() {
        return Stream.of(
                claims -> claims.audience(List.of("another-application")),
                claims -> claims.issuer("http://127.0.0.1:1"),
                claims -> claims.issuedAt(Instant.now().minusSeconds(7200))
                        .expiresAt(Instant.now().minusSeconds(3600)),
                claims -> claims.claim("nonce", "of-another-sign-in"),
                claims -> claims.claim("azp", "another-application"));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void aTokenThatIsNotForUsLetsNobodyIn(Consumer<JwtClaimsSet.Builder> lie) {
        provider.says(groups(List.of("bosses")).andThen(lie));

        HttpResponse<String> page = signIn();

        assertThat(page.body()).contains("answer could not be accepted");
        assertThat(visits.get(door.at(WANTED)).statusCode()).isEqualTo(302);
    }

    @Test
    void anAnswerThatNobodyAskedForIsBegunAgain() {
        assertThat(visits.follow(visits.get(door.at("/sign-in/oidc/back?code=stolen&state=guessed")))
                        .body())
                .contains("begun in another window");
        visits.get(door.at("/sign-in/oidc?to=/"));
        assertThat(visits.follow(visits.get(door.at("/sign-in/oidc/back?code=stolen&state=guessed")))
                        .body())
                .contains("begun in another window");
    }

    @Test
    void whoDeclinesIsToldSo() {
        HttpResponse<String> begun = visits.get(door.at("/sign-in/oidc?to=" + WANTED));
        String state = Visits.placeOf(begun).replaceAll(".*[?&]state=([^&]*).*", "$1");

        HttpResponse<String> page =
                visits.follow(visits.get(door.at("/sign-in/oidc/back?error=access_denied&state=" + state)));

        assertThat(page.body()).contains("it was declined there");
    }

    @Test
    void signOutEndsBothSignIns() {
        signIn();
        String token = Visits.token(visits.get(door.at("/people/form")));

        HttpResponse<String> left = visits.post(door.at("/sign-out"), Map.of("_csrf", token));

        assertThat(Visits.placeOf(left)).startsWith(provider.issuer() + "/connect/logout");
        assertThat(left.headers().firstValue("Content-Security-Policy").orElseThrow())
                .as("browsers must let the form lead there")
                .contains("form-action 'self' " + provider.issuer() + ";");
        HttpResponse<String> back = visits.follow(left);
        assertThat(back.uri().toString()).isEqualTo(door.at("/sign-in?out"));
        assertThat(visits.get(door.at(WANTED)).statusCode()).isEqualTo(302);
        assertThat(visits.follow(visits.get(door.at("/sign-in/oidc"))).uri())
                .as("the provider asks who they are, too")
                .isEqualTo(URI.create(provider.issuer() + "/login"));
    }

    @Test
    void passwordsThatAreForbiddenOpenNothing() {
        HttpResponse<String> page = visits.get(door.at("/sign-in"));

        HttpResponse<String> answer =
                visits.post(door.at("/sign-in"), Map.of("username", "operator", "password", "guess"));

        assertThat(page.body()).doesNotContain("type=\"password\"");
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(folder.resolve("keys/console-password")).doesNotExist();
    }

    @Test
    void aProviderThatIsAwayIsSaidAndHoldsNothingUp(@TempDir Path other) {
        Map<String, String> settings = new HashMap<>(settings("http://127.0.0.1:1"));
        settings.put("foramen.console.passwords", "true");
        try (Door alone = new Door(ledger("away"), other, settings)) {
            HttpResponse<String> page = visits.follow(visits.get(alone.at("/sign-in/oidc?to=" + WANTED)));

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("The sign-in service does not answer now", "to=" + WANTED, "type=\"password\"");
        }
    }

    @Test
    void aProviderThatNamesAnotherIssuerIsNotBelieved(@TempDir Path other) throws Exception {
        HttpServer liar = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        byte[] said = visits.get(provider.issuer() + "/.well-known/openid-configuration")
                .body()
                .getBytes(StandardCharsets.UTF_8);
        liar.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, said.length);
            exchange.getResponseBody().write(said);
            exchange.close();
        });
        liar.start();
        try (Door alone = new Door(
                ledger("liar"),
                other,
                settings("http://127.0.0.1:" + liar.getAddress().getPort()))) {
            HttpResponse<String> page = visits.follow(visits.get(alone.at("/sign-in/oidc")));

            assertThat(page.body()).contains("The sign-in service does not answer now");
        } finally {
            liar.stop(0);
        }
    }

    private HttpResponse<String> signIn() {
        return signInFrom(visits.follow(visits.get(door.at(WANTED))));
    }

    private HttpResponse<String> signInFrom(HttpResponse<String> asked) {
        String there = asked.body().replaceAll("(?s).*href=\"(/sign-in/oidc[^\"]*)\".*", "$1");
        HttpResponse<String> form = visits.follow(visits.get(door.at(there)));
        assertThat(form.uri()).isEqualTo(URI.create(provider.issuer() + "/login"));
        return visits.follow(visits.post(
                provider.issuer() + "/login",
                Map.of(
                        "username",
                        ClinicProvider.PERSON,
                        "password",
                        ClinicProvider.PASSWORD,
                        "_csrf",
                        Visits.token(form))));
    }

    private static Consumer<JwtClaimsSet.Builder> groups(Object groups) {
        return claims -> claims.claim("clinic", Map.of("groups", groups)).claim("preferred_username", "luz.marin");
    }

    static Map<String, String> settings(String issuer) {
        return Map.of(
                "foramen.console.passwords",
                "false",
                "foramen.console.oidc.issuer",
                issuer,
                "foramen.console.oidc.client-id",
                ClinicProvider.CLIENT,
                "foramen.console.oidc.client-secret",
                ClinicProvider.SECRET,
                "foramen.console.oidc.roles-claim",
                "clinic.groups",
                "foramen.console.oidc.operators",
                "bosses,owners",
                "foramen.console.oidc.desk",
                "front-desk",
                "foramen.console.oidc.viewers",
                "viewers");
    }

    private static DataSource ledger(String name) {
        JdbcDataSource ledger = new JdbcDataSource();
        ledger.setURL("jdbc:h2:mem:" + name + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1");
        return ledger;
    }
}
