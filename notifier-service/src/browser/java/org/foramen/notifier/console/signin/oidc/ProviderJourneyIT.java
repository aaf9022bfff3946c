package org.foramen.notifier.console.signin.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foramen.notifier.FreePort;
import org.foramen.notifier.console.signin.Door;
import org.foramen.notifier.console.signin.DoorVisitor;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sign-in at an identity provider and sign-out there, as a real browser lets both happen. */
@Timeout(120)
class ProviderJourneyIT {

    private static final String WANTED = "/people/K7F392QX0123456789ABCDEFGH";

    @TempDir
    Path folder;

    @Test
    void whoIsKnownThereComesToTheirPageAndBothSignInsEndTogether() {
        JdbcDataSource ledger = new JdbcDataSource();
        ledger.setURL("jdbc:h2:mem:journey;MODE=PostgreSQL;DB_CLOSE_DELAY=-1");
        try (ClinicProvider provider = new ClinicProvider();
                Door door = new Door(ledger, folder, settings(provider, FreePort.at("127.0.0.1")));
                DoorVisitor visitor = new DoorVisitor()) {
            provider.lets(door.at(""));
            provider.says(claims -> claims.claim("clinic", Map.of("groups", List.of("front-desk")))
                    .claim("preferred_username", "luz.marin"));
            Page page = visitor.page();

            page.navigate(door.at(WANTED));
            page.click("text=Sign in with your clinic account");
            page.fill("#username", ClinicProvider.PERSON);
            page.fill("#password", ClinicProvider.PASSWORD);
            page.click("button");
            page.waitForURL(door.at(WANTED));
            assertThat(page.content()).contains("SignedIn[luz.marin, desk, " + provider.issuer() + "]");
            assertThat(page.navigate(door.at("/passkeys")).status())
                    .as("passkeys are for users of the file, and one there may have the same name")
                    .isEqualTo(403);

            page.navigate(door.at(WANTED));
            page.evaluate("() => { const out = document.createElement('form'); out.method = 'post';"
                    + " out.action = '/sign-out'; out.append(document.querySelector('[name=_csrf]'));"
                    + " document.body.append(out); out.submit(); }");
            page.waitForURL(door.at("/sign-in?out"));
            page.click("text=Sign in with your clinic account");
            page.waitForURL(provider.issuer() + "/login");
        }
    }

    /** With a second factor for users of the file, which is the provider's matter for who comes from there. */
    private static Map<String, String> settings(ClinicProvider provider, int port) {
        Map<String, String> settings = new HashMap<>(ProviderSignInIT.settings(provider.issuer()));
        settings.putAll(Map.of(
                "SERVER_PORT", String.valueOf(port),
                "foramen.console.address", "http://localhost:" + port,
                "foramen.console.passwords", "true",
                "foramen.console.passkeys", "true",
                "foramen.console.second-factor", "true"));
        return settings;
    }
}
