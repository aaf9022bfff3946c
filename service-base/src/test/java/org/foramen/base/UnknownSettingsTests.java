package org.foramen.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class UnknownSettingsTests {

    @Test
    void namesWhatIsMisspeltAndNothingElse() {
        assertThat(unknown(
                        "FORAMEN_RETRY_PATIENT_FOR",
                        "foramen.retry.patient-for",
                        "FORAMEN_KEYS_0",
                        "foramen.keys[1]",
                        "FORAMEN_RETRY_PATEINT_FOR",
                        "foramen.retry.first",
                        "FORAMEN",
                        "SPRING_MAIL_HOST"))
                .containsExactly("FORAMEN_RETRY_PATEINT_FOR", "foramen.retry.first");
    }

    @Test
    void theAddressesThatKubernetesGivesAreNoMistake() {
        assertThat(unknown("FORAMEN_INTAKE_SERVICE_HOST", "FORAMEN_INTAKE_PORT", "FORAMEN_INTAKE_PORT_8080_TCP_ADDR"))
                .isEmpty();
    }

    @Test
    void partsOfListsAndNamedEntriesAreSettingsToo() {
        assertThat(unknown(
                        "FORAMEN_TARGETS_0_NAME",
                        "foramen.targets[12].old-secret",
                        "FORAMEN_SECRETS_TELEPHONE",
                        "FORAMEN_TARGETS_0_NAEM",
                        "FORAMEN_TARGETS_NAME"))
                .containsExactly("FORAMEN_TARGETS_0_NAEM", "FORAMEN_TARGETS_NAME");
    }

    private static Set<String> unknown(String... names) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test", List.of(names).stream().collect(Collectors.toMap(name -> name, name -> "any"))));
        return UnknownSettings.in(
                environment, UnknownSettings.names("foramen", All.class).collect(Collectors.toSet()));
    }

    record All(List<String> keys, Retry retry, List<Target> targets, Map<String, String> secrets) {}

    record Target(String name, String oldSecret) {}

    record Retry(Duration patientFor) {}
}
