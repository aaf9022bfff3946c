package org.foramen.system.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What stands in {@code ops/kubernetes}, read into Kubernetes's types; no cluster is asked. */
record Manifests(List<HasMetadata> all) {

    static final Path FOLDER = Path.of("..", "ops", "kubernetes");

    private static final Path KUBECTL = Path.of("/usr/bin/kubectl");
    private static final KubernetesSerialization YAML = new KubernetesSerialization();

    /** All files of a folder that are resources, as they stand there. */
    static Manifests in(String folder) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return new Manifests(files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith("kustomization.yaml"))
                    .filter(file -> !file.toString().endsWith("-patch.yaml"))
                    .flatMap(file -> read(text(file)))
                    .toList());
        }
    }

    /** What kubectl makes of an overlay; where it is not installed the test is skipped. */
    static Manifests builtFrom(String overlay) throws IOException {
        assumeThat(KUBECTL).as("kubectl, which builds the overlays").isExecutable();
        Process process = new ProcessBuilder(KUBECTL.toString(), "kustomize", overlay)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue()).as(said).isZero();
        return new Manifests(read(said).toList());
    }

    static Stream<HasMetadata> read(String yaml) {
        return Arrays.stream(yaml.split("(?m)^---$"))
                .filter(document -> !document.isBlank())
                .map(document -> YAML.unmarshal(document, HasMetadata.class));
    }

    static Map<?, ?> readPlain(Path file) {
        return YAML.unmarshal(text(file), Map.class);
    }

    <T> List<T> of(Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
