package org.foramen.system.containers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foramen.stack.process.Program;
import org.testcontainers.utility.DockerImageName;

/** The images of the containers. The variables of {@code docker-compose.yml} change their names here too. */
enum Images {
    KAFKA("KAFKA_IMAGE", "apache/kafka:4.2.1"),
    POSTGRES("POSTGRES_IMAGE", "postgres:17"),
    MAIL("MAIL_IMAGE", "axllent/mailpit:v1.28.3"),
    INTAKE("INTAKE_IMAGE", "foramen/intake"),
    NOTIFIER("NOTIFIER_IMAGE", "foramen/notifier");

    static final Path TREE = Path.of("..").toAbsolutePath().normalize();

    private final String variable;
    private final String otherwise;

    Images(String variable, String otherwise) {
        this.variable = variable;
        this.otherwise = otherwise;
    }

    DockerImageName image() {
        return DockerImageName.parse(reference())
                .asCompatibleSubstituteFor(otherwise.split(":")[0]);
    }

    /** Builds the image of a service from the tree as it is now; what has not changed is not built again. */
    void build(String service) {
        List<String> line =
                new ArrayList<>(List.of("docker", "build", "-t", reference(), "--build-arg", "SERVICE=" + service));
        for (String base : List.of("BUILD_IMAGE", "RUN_IMAGE")) {
            given(base).ifPresent(name -> line.addAll(List.of("--build-arg", base + "=" + name)));
        }
        line.add(TREE.toString());
        Program.outputOf(line, Map.of());
    }

    String otherwise() {
        return otherwise;
    }

    private String reference() {
        return given(variable).orElse(otherwise);
    }

    private static Optional<String> given(String variable) {
        return Optional.ofNullable(System.getProperty(variable, System.getenv(variable)));
    }
}
