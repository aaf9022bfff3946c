package org.foramen.system.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Volume;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.foramen.base.SealKeyFiles;
import org.foramen.contract.sealing.SealKeys;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Foramen in containers: the images that ship, held as tightly as in {@code docker-compose.yml}, and what they need. */
final class House implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final long MEMORY = 512L * 1024 * 1024;

    private final Network network = Network.newNetwork();
    private final KafkaContainer kafka =
            new KafkaContainer(Images.KAFKA.image()).withNetwork(network).withListener("kafka:19092");
    private final PostgreSQLContainer ledger = new PostgreSQLContainer(Images.POSTGRES.image())
            .withNetwork(network)
            .withNetworkAliases("ledger");
    private final GenericContainer<?> mail = new GenericContainer<>(Images.MAIL.image())
            .withNetwork(network)
            .withNetworkAliases("mail")
            .withExposedPorts(8025)
            .waitingFor(Wait.forHttp("/readyz").forPort(8025));
    private final Path keys = keys();
    private final GenericContainer<?> intake = service(Images.INTAKE, 8080)
            .withEnv("FORAMEN_SEAL_KEYS", "/keys/" + SealKeys.PUBLIC_FILE)
            .withEnv("FORAMEN_ABUSE_EXEMPT", "0.0.0.0/0"); // all visitors have one address here
    private final GenericContainer<?> notifier = notifier();

    House() throws IOException {
        Images.INTAKE.build("intake-service");
        Images.NOTIFIER.build("notifier-service");
        Startables.deepStart(kafka, ledger, mail).join();
        Startables.deepStart(intake, notifier).join();
    }

    KafkaContainer kafka() {
        return kafka;
    }

    PostgreSQLContainer ledger() {
        return ledger;
    }

    List<GenericContainer<?>> services() {
        return List.of(intake, notifier);
    }

    URI intake(String path) {
        return address(intake, path);
    }

    Inbox inbox() {
        return new Inbox(path -> address(mail, path));
    }

    DockerClient docker() {
        return kafka.getDockerClient();
    }

    /** One notifier more, not yet started. */
    GenericContainer<?> notifier() {
        return service(Images.NOTIFIER, 8081)
                .withEnv("FORAMEN_SEAL_KEYS", "/keys/" + SealKeys.PRIVATE_FILE)
                .withEnv(Map.of(
                        "SERVER_PORT",
                        "8081",
                        "SPRING_DATASOURCE_URL",
                        "jdbc:postgresql://ledger:5432/" + ledger.getDatabaseName(),
                        "SPRING_DATASOURCE_USERNAME",
                        ledger.getUsername(),
                        "SPRING_DATASOURCE_PASSWORD",
                        ledger.getPassword(),
                        "SPRING_MAIL_HOST",
                        "mail",
                        "FORAMEN_SMTP_ALLOW_PLAINTEXT",
                        "true"))
                .withEnv(impatience());
    }

    /** One intake more, not yet started, without the file that makes its start quick. */
    GenericContainer<?> intakeWithoutArchive() throws IOException {
        Path empty = Files.writeString(keys.resolve("empty"), "");
        return service(Images.INTAKE, 8080, bind(empty, "/app/classes.jsa"), bind(empty, "/app/classes.aot"))
                .withEnv("FORAMEN_SEAL_KEYS", "/keys/" + SealKeys.PUBLIC_FILE);
    }

    @Override
    public void close() {
        Stream.of(notifier, intake, mail, ledger, kafka).forEach(GenericContainer::stop);
        network.close();
    }

    private GenericContainer<?> service(Images image, int port, Bind... more) {
        return new GenericContainer<>(image.image())
                .withNetwork(network)
                .withExposedPorts(port)
                .withTmpFs(Map.of("/tmp", "rw"))
                .withEnv("SPRING_KAFKA_BOOTSTRAP_SERVERS", "kafka:19092")
                .withCreateContainerCmdModifier(command -> hold(command, more))
                .waitingFor(
                        Wait.forHttp("/actuator/health/readiness").forPort(port).withStartupTimeout(PATIENCE));
    }

    private void hold(CreateContainerCmd command, Bind... more) {
        Bind[] binds =
                Stream.concat(Stream.of(bind(keys, "/keys")), Stream.of(more)).toArray(Bind[]::new);
        command.getHostConfig()
                .withReadonlyRootfs(true)
                .withCapDrop(Capability.ALL)
                .withMemory(MEMORY)
                .withBinds(binds);
    }

    private static Bind bind(Path file, String inside) {
        return new Bind(file.toString(), new Volume(inside), AccessMode.ro);
    }

    private static URI address(GenericContainer<?> container, String path) {
        return URI.create("http://" + container.getHost() + ":" + container.getFirstMappedPort() + path);
    }

    /** A pair of keys that the user of the containers may read. */
    private static Path keys() throws IOException {
        Path folder =
                Path.of("target", "containers", UUID.randomUUID().toString()).toAbsolutePath();
        SealKeyFiles.makeIfAbsent(folder);
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Minutes become seconds; nothing else is changed. */
    private static Map<String, String> impatience() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("FORAMEN_DIGEST_AT", ""); // no mail that nobody asked for
        settings.put("FORAMEN_RETRY_FIRST", "1s");
        settings.put("FORAMEN_RETRY_UNKNOWN_AFTER", "2s");
        settings.put("FORAMEN_RETRY_SERVER_FIRST", "500ms");
        settings.put("FORAMEN_RETRY_SERVER_LONGEST", "2s");
        settings.put("FORAMEN_RETRY_POLL", "500ms");
        return settings;
    }
}
