package org.foramen.system.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A cluster's Prometheus is told what {@code ops/prometheus} tells one without a cluster. */
class MonitoringIT {

    private static final Path PROMETHEUS = Path.of("..", "ops", "prometheus");

    @Test
    void theAlertsAreTheSame() throws IOException {
        Object groups = Manifests.readPlain(PROMETHEUS.resolve("alerts.yml")).get("groups");

        assertThat(ofKind("PrometheusRule")).singleElement().satisfies(rule -> assertThat(
                        specOf(rule).get("groups"))
                .as("components/monitoring/alerts.yaml holds the groups of ops/prometheus/alerts.yml, indented by two")
                .isEqualTo(groups));
    }

    @Test
    void eachServiceIsAskedUnderTheNameThatTheAlertsKnow() throws IOException {
        String jobs = Manifests.text(PROMETHEUS.resolve("prometheus.yml"));

        assertThat(Manifests.in("base").of(Service.class)).hasSize(2).allSatisfy(service -> {
            assertThat(jobs).contains("job_name: " + service.getMetadata().getName());
            assertThat(service.getSpec().getPorts())
                    .anyMatch(port -> port.getName().equals("management"));
            Map<?, ?> selector = Map.of("matchLabels", service.getMetadata().getLabels());
            assertThat(ofKind("ServiceMonitor"))
                    .filteredOn(monitor -> specOf(monitor).get("selector").equals(selector))
                    .singleElement()
                    .satisfies(monitor -> assertThat(
                                    specOf(monitor).get("endpoints").toString())
                            .contains("port=management", "path=/actuator/prometheus"));
        });
    }

    private static List<HasMetadata> ofKind(String kind) throws IOException {
        return Manifests.in("components/monitoring").all().stream()
                .filter(resource -> resource.getKind().equals(kind))
                .toList();
    }

    private static Map<?, ?> specOf(HasMetadata resource) {
        return (Map<?, ?>)
                ((GenericKubernetesResource) resource).getAdditionalProperties().get("spec");
    }
}
