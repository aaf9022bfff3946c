package org.foramen.benchmarks.instrument;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.foramen.base.SealKeyFiles;
import org.foramen.contract.sealing.InquirySealer;
import org.foramen.contract.sealing.SealKeys;
import org.foramen.stack.broker.Broker;
import org.foramen.stack.broker.Cluster;
import org.foramen.stack.process.Java;
import org.foramen.stack.process.Pause;
import org.foramen.stack.process.Service;

/** Where one benchmark works: its folder, a broker, and the services that ship, started with environment variables only. */
public final class House implements AutoCloseable {

    private final Path folder;
    private final Cluster kafka;

    /** Starts the broker, in a folder that is emptied first. */
    public House(String name) {
        folder = Path.of("target", "houses", name).toAbsolutePath();
        empty(folder);
        SealKeyFiles.makeIfAbsent(folder.resolve("keys"));
        kafka = new Cluster(1, folder, JavaOptions.list());
        kafka.start();
    }

    public Path folder() {
        return folder;
    }

    /** One broker, a process of its own, that flushes when the system sees fit, as Kafka is usually run. */
    public Broker broker() {
        return kafka.broker(1);
    }

    /** The broker, and what it costs. */
    public Child brokerProcess() {
        return new Child(broker().program());
    }

    public static Path content() {
        return Path.of("..", "content").toAbsolutePath().normalize();
    }

    /** The jar of a service as it ships. */
    public static Path jar(String module) {
        return Service.jar(module);
    }

    public InquirySealer sealer() {
        return SealKeys.sealer(folder.resolve("keys").resolve(SealKeys.PUBLIC_FILE));
    }

    /** Starts an intake under a name of its own and waits until it is ready. */
    public Server intake(String name, Map<String, String> changes) {
        Map<String, String> settings = settings(name, SealKeys.PUBLIC_FILE);
        settings.put("FORAMEN_ABUSE_MIN_TIME", "0s"); // forms are filled in faster than people can
        settings.putAll(changes);
        return server(name, Java.ofJar(javaHome(), JavaOptions.list(), jar("intake-service")), settings)
                .awaitReady("/actuator/health/readiness");
    }

    /** Starts a notifier under a name of its own and waits until it is ready. */
    public Server notifier(String name, int smtpPort, Map<String, String> changes) {
        Map<String, String> settings = notifierSettings(name, smtpPort);
        settings.putAll(changes);
        return server(name, Java.ofJar(javaHome(), JavaOptions.list(), jar("notifier-service")), settings)
                .awaitReady("/actuator/health/readiness");
    }

    public Map<String, String> notifierSettings(String name, int smtpPort) {
        Map<String, String> settings = settings(name, SealKeys.PRIVATE_FILE);
        settings.put("SPRING_MAIL_HOST", "127.0.0.1");
        settings.put("SPRING_MAIL_PORT", String.valueOf(smtpPort));
        settings.put("FORAMEN_DIGEST_AT", ""); // no mail that nobody asked for
        settings.put("FORAMEN_LIMITS_PATIENT_MAILS_PER_DAY", "0"); // a round may name an address often
        return settings;
    }

    public Map<String, String> settings(String name, String keys) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrap());
        settings.put("FORAMEN_DATA", folder.resolve(name).toString());
        settings.put("FORAMEN_CONTENT", content().toString());
        settings.put("FORAMEN_SEAL_KEYS", folder.resolve("keys").resolve(keys).toString());
        return settings;
    }

    /** Starts a peer from the class path of this program, and does not wait for it. */
    public Server peer(Class<?> mainClass, Map<String, String> settings, String... arguments) {
        return server(
                mainClass.getSimpleName(), Java.ofClass(JavaOptions.list(), mainClass.getName(), arguments), settings);
    }

    /** Starts a program that listens at a port of its own, which it is told as SERVER_PORT. */
    public Server server(String name, List<String> command, Map<String, String> settings) {
        Map<String, String> environment = new TreeMap<>(settings);
        environment.put("MALLOC_ARENA_MAX", "2"); // as in our images
        return new Server(new Service(command, folder.resolve(name + ".log"), environment).begin(Map.of()));
    }

    @Override
    public void close() {
        kafka.close();
    }

    public static Path javaHome() {
        return Java.home();
    }

    private static void empty(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process that listens. */
    public record Server(Service service) implements AutoCloseable {

        public Child process() {
            return new Child(service.program());
        }

        public int port() {
            return service.port();
        }

        public URI address(String path) {
            return service.address(path);
        }

        /** Waits until it answers 200 there. */
        public Server awaitReady(String path) {
            service.awaitAnswer(path, Duration.ofMillis(2));
            return this;
        }

        /** Waits until something answers at its port, whatever the answer. */
        public Server awaitListening() {
            Pause.until(this::isListening, process().log().toString(), Duration.ofSeconds(60));
            return this;
        }

        private boolean isListening() {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
                return socket.isConnected();
            } catch (IOException e) {
                return false;
            }
        }

        @Override
        public void close() {
            service.stop();
        }
    }
}
