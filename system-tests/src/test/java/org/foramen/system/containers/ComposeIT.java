package org.foramen.system.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.foramen.system.faults.Inboxes;
import org.foramen.system.stack.Website;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testcontainers.DockerClientFactory;

/** What an operator types: {@code docker compose up --build}. */
@NeedsDocker
@Timeout(1200)
class ComposeIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final DockerClient docker = DockerClientFactory.instance().client();

    @Test
    void everythingComesUpTakesAnInquiryAndStopsWhenAsked() throws IOException {
        try (Compose compose = new Compose()) {
            compose.up();
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> allIsWell(compose));

            String email = "visitor@%s.example".formatted(UUID.randomUUID());
            String id = accepted(new Website(compose::intake), email);

            Inbox inbox = new Inbox(compose::mail);
            await().atMost(PATIENCE).until(() -> new Inboxes(Map.of(id, email), inbox.mails()).complete());

            compose.run("stop", "intake", "notifier");
            assertThat(states(compose))
                    .filteredOn(state -> state.getExitCodeLong() == 143L) // ended by SIGTERM, when it had finished
                    .hasSize(2);
            assertThat(states(compose)).noneMatch(InspectContainerResponse.ContainerState::getOOMKilled);
        }
    }

    @Test
    void theSecondFileFitsOntoTheFirst() {
        try (Compose compose = new Compose()) {
            assertThat(compose.run(
                            "-f",
                            Images.TREE.resolve("docker-compose.cluster.yml").toString(),
                            "config",
                            "--services"))
                    .contains("kafka-3", "intake-2", "notifier-2", "balancer");
        }
    }

    /** Each container is healthy by its own check, or has ended as it should. */
    private boolean allIsWell(Compose compose) {
        return states(compose).stream()
                .allMatch(state -> state.getHealth() == null
                        ? state.getExitCodeLong() == 0L
                        : "healthy".equals(state.getHealth().getStatus()));
    }

    private List<InspectContainerResponse.ContainerState> states(Compose compose) {
        return compose.containers().stream()
                .map(id -> docker.inspectContainerCmd(id).exec().getState())
                .toList();
    }

    private static String accepted(Website website, String email) throws IOException {
        HttpResponse<String> answer = website.post(
                Map.of(
                        "kind", "contact",
                        "name", "Ana Ruiz",
                        "email", email,
                        "message", "How long until I can drive again?",
                        "consentToEmail", true),
                UUID.randomUUID().toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return Website.json(answer).path("id").asString();
    }
}
