package org.foramen.system.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code ops/kubernetes} says fits Kubernetes, the images and the settings; a cluster is not tried. */
class KubernetesIT {

    private static final String OWN = "overlays/own";
    private static final String OPERATORS = "overlays/operators";
    private static final List<Path> SETTINGS =
            List.of(Path.of("..", "README.md"), Path.of("..", "docs", "settings.md"));

    private static final String MISSPELT =
            """
            apiVersion: apps/v1
            kind: Deployment
            spec:
              replica: 2
              template: {spec: {containers: [{name: one, readinesProbe: {}}]}}
            ---
            apiVersion: apps/v2
            kind: Deployment
            """;

    @ParameterizedTest
    @ValueSource(strings = {"base", "components/monitoring", OWN, OPERATORS})
    void kubernetesKnowsEachKeyOfEachFile(String folder) throws IOException {
        assertThat(Manifests.in(folder).all())
                .isNotEmpty()
                .flatMap(Misspellings::in)
                .isEmpty();
    }

    @Test
    void aMisspeltKeyOrKindIsFound() {
        assertThat(Manifests.read(MISSPELT).flatMap(resource -> Misspellings.in(resource).stream()))
                .containsExactlyInAnyOrder(
                        "apps/v1 Deployment.Spec: replica",
                        "apps/v1 Deployment.Spec.Template.Spec.Containers: readinesProbe",
                        "apps/v2 Deployment");
    }

    @Test
    void thePodsAreHardenedAndProbed() throws IOException {
        Map<String, PodTemplateSpec> pods = Pods.of(Manifests.in("base"));

        assertThat(pods).containsOnlyKeys("foramen-intake", "foramen-notifier");
        pods.forEach((name, pod) -> assertThat(Pods.weaknesses(pod)).as(name).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {OWN, OPERATORS})
    void anOverlayIsWhole(String overlay) throws IOException {
        Manifests built = Manifests.builtFrom(overlay);

        assertThat(built.all()).flatMap(Misspellings::in).isEmpty();
        assertThat(built.of(Secret.class))
                .as("secrets are named, never written down")
                .isEmpty();
        Map<String, PodTemplateSpec> pods = Pods.of(built);
        pods.forEach((name, pod) -> {
            assertThat(Pods.weaknesses(pod)).as(name).isEmpty();
            assertThat(Pods.configMapsOf(pod))
                    .as(name)
                    .isNotEmpty()
                    .isSubsetOf(Pods.configMaps(built).keySet());
            assertThat(Pods.only(pod).getImage()).as(name).matches(".+/foramen/(intake|notifier):\\d+\\.\\d+\\.\\d+");
        });
        assertThat(Pods.selectorsOf(built))
                .hasSizeGreaterThanOrEqualTo(8)
                .allSatisfy(selector -> assertThat(pods.values()).anyMatch(pod -> Pods.fits(selector, pod)));
        assertThat(built.of(PodDisruptionBudget.class)).hasSameSizeAs(pods.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {OWN, OPERATORS})
    void eachSettingExistsAndEachSecretIsExplained(String overlay) throws IOException {
        Manifests built = Manifests.builtFrom(overlay);
        String settings =
                SETTINGS.stream().filter(Files::exists).map(Manifests::text).collect(Collectors.joining());
        String page = Manifests.text(Path.of("..", "docs", "kubernetes.md"));

        assertThat(Pods.variablesOf(built).keySet())
                .filteredOn(variable -> variable.startsWith("FORAMEN_"))
                .hasSizeGreaterThan(4)
                .allMatch(variable -> settings.contains("`" + variable + "`"));
        assertThat(Pods.variablesOf(built).entrySet())
                .as("what is secret comes from a secret, and has no value here")
                .filteredOn(variable -> variable.getKey().matches(".*(PASSWORD|JAAS_CONFIG|STORE_KEY)"))
                .hasSize(3)
                .allMatch(variable -> variable.getValue().isEmpty());
        assertThat(Pods.secretsOf(built)).isNotEmpty().allMatch(secret -> page.contains("`" + secret + "`"));
    }
}
