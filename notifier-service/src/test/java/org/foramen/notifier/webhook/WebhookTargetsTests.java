package org.foramen.notifier.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.foramen.base.SettingRefused;
import org.foramen.content.ContentCopy;
import org.foramen.notifier.Settings;
import org.foramen.notifier.settings.WebhookTarget;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom {@code clinic.yml} names is told of emergencies and of nothing else, with a secret that is written elsewhere. */
class WebhookTargetsTests {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String IN_CLINIC = "foramen.webhooks.secrets.alarm";

    private final Map<String, String> settings = new TreeMap<>(Map.of(IN_CLINIC, SECRET));

    @TempDir
    Path folder;

    private ContentCopy content;

    @BeforeEach
    void theClinicNamesOne() {
        content = ContentCopy.in(folder)
                .change(
                        "clinic.yml",
                        yaml -> yaml.replaceFirst(
                                "(?m)^urgent: .*$",
                                "urgent: { also: [], webhooks: [{ name: telephone, url: \"https://alarm.example/a\", secret: alarm }] }"));
    }

    @ParameterizedTest
    @CsvSource({
        "urgent, emergency, true",
        "urgent, crisis, true",
        "overdue, crisis, true",
        "overdue, usual, false",
        "overdue, call-today, false",
        "overdue, , false",
        "mailed, emergency, false"
    })
    void hearsOfEmergenciesOnly(String kind, String level, boolean told) {
        assertThat(targets()).singleElement().satisfies(target -> {
            assertThat(target.wants(kind, level)).isEqualTo(told);
            assertThat(target.url()).hasToString("https://alarm.example/a");
            assertThat(target.keys()).hasSize(1);
        });
    }

    @Test
    void oneOfTheSettingsStandsBesideIt() {
        set("pager", "overdue");

        assertThat(targets()).extracting(WebhookTarget::name).containsExactly("pager", "telephone");
        assertThat(targets().get(0).wants("overdue", "usual")).isTrue();
    }

    @Test
    void withoutItsSecretTheServiceDoesNotStart() {
        settings.remove(IN_CLINIC);

        assertThatThrownBy(this::targets)
                .isInstanceOf(SettingRefused.class)
                .hasMessage("clinic.yml: the webhook telephone needs its secret in FORAMEN_WEBHOOKS_SECRETS_ALARM.");
    }

    @Test
    void aSecretThatIsNoneIsRefusedAndNotRepeated() {
        settings.put(IN_CLINIC, "whsec_short");

        assertThatThrownBy(this::targets)
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining("SECRET of telephone")
                .hasMessageNotContaining("whsec_short");
    }

    @Test
    void noTwoHaveOneName() {
        set("telephone", "");

        assertThatThrownBy(this::targets)
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining("2 webhooks are called telephone");
    }

    @Test
    void aLevelThatIsNoneRefusesTheStart() {
        set("pager", "");
        settings.put("foramen.webhooks.targets[0].levels", "grave");

        assertThatThrownBy(this::targets)
                .hasMessageContaining("LEVELS of pager")
                .hasMessageContaining("crisis");
    }

    @Test
    void noSecretIsSaidAloud() {
        assertThat(Settings.with(settings).toString()).doesNotContain("whsec_");
    }

    private List<WebhookTarget> targets() {
        return new WebhookTargets(Settings.with(settings), content.load()).all();
    }

    private void set(String name, String events) {
        settings.put("foramen.webhooks.targets[0].name", name);
        settings.put("foramen.webhooks.targets[0].url", "https://pager.example/");
        settings.put("foramen.webhooks.targets[0].secret", SECRET);
        settings.put("foramen.webhooks.targets[0].events", events);
    }
}
