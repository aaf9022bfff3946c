package org.foramen.notifier.console.signin.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.foramen.notifier.Settings;
import org.foramen.notifier.console.signin.ReturnTo;
import org.foramen.notifier.console.signin.Role;
import org.foramen.notifier.settings.OidcSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The realm that {@code docs/sign-in.md} gives to try the console with fits the settings beside it. */
class TrialRealmTests {

    private static final Pattern SETTING = Pattern.compile("FORAMEN_CONSOLE_OIDC_(\\w+)=(\\S+) \\\\");
    private static final String CONSOLE = "http://localhost:8081";

    private JsonNode realm;
    private JsonNode client;
    private OidcSettings settings;

    @BeforeEach
    void read() throws IOException {
        realm = JsonMapper.shared().readTree(Files.readString(Path.of("../ops/keycloak/clinic.json")));
        client = realm.path("clients").path(0);
        Map<String, String> told = SETTING.matcher(Files.readString(Path.of("../docs/sign-in.md")))
                .results()
                .collect(Collectors.toMap(TrialRealmTests::property, setting -> setting.group(2)));
        settings = Settings.with(new HashMap<>(told)).console().oidc();
    }

    @Test
    void itKnowsTheConsole() {
        assertThat(settings.provider()).hasPath("/realms/" + realm.path("realm").asString());
        assertThat(client.path("clientId").asString()).isEqualTo(settings.client());
        assertThat(client.path("secret").asString()).isEqualTo(settings.secret());
        assertThat(client.path("redirectUris").valueStream())
                .extracting(JsonNode::asString)
                .containsExactly(CONSOLE + ProviderWay.BACK);
        assertThat(client.path("attributes").path("post.logout.redirect.uris").asString())
                .isEqualTo(CONSOLE + ReturnTo.SIGNED_OUT);
    }

    @Test
    void itsPeopleHaveTheRolesThatThePageTells() {
        String claim = client.path("protocolMappers")
                .path(0)
                .path("config")
                .path("claim.name")
                .asString();

        assertThat(realm.path("users").valueStream())
                .extracting(user -> roleOf(user, claim))
                .containsExactly(
                        entry("ana", Optional.of(Role.OPERATOR)),
                        entry("luz", Optional.of(Role.DESK)),
                        entry("max", Optional.empty()));
    }

    private Map.Entry<String, Optional<Role>> roleOf(JsonNode user, String claim) {
        String name = user.path("username").asString();
        List<String> groups =
                user.path("groups").valueStream().map(JsonNode::asString).toList();
        return entry(
                name,
                StaffMember.of(Map.of("preferred_username", name, claim, groups), settings)
                        .map(StaffMember::role));
    }

    private static String property(MatchResult setting) {
        return "foramen.console.oidc."
                + setting.group(1).toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
