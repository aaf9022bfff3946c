package org.foramen.system.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.foramen.stack.process.Ports;

/** Keys and certificates for a broker and its clients, as the JDK's keytool makes them, and the settings that use them. */
public final class Tls {

    private static final String PASSWORD = "only-for-this-test";

    private final Path folder;
    private final int port = Ports.free();

    private Tls(Path folder) {
        this.folder = folder;
    }

    /** Makes a key for the broker and one for the services; each side trusts the other's and nobody else's. */
    public static Tls in(Path folder) throws IOException {
        Tls tls = new Tls(folder);
        tls.makeKey("broker");
        tls.makeKey("service");
        tls.trust("broker", "service");
        tls.trust("service", "broker");
        return tls;
    }

    Map<String, String> broker() {
        return Map.of(
                "listeners",
                ",TLS://127.0.0.1:" + port,
                "advertised.listeners",
                ",TLS://127.0.0.1:" + port,
                "listener.security.protocol.map",
                ",TLS:SSL",
                "inter.broker.listener.name",
                "PLAINTEXT",
                "ssl.client.auth",
                "required",
                "ssl.keystore.location",
                store("broker"),
                "ssl.keystore.password",
                PASSWORD,
                "ssl.truststore.location",
                store("broker-trusts"),
                "ssl.truststore.password",
                PASSWORD);
    }

    /** Spring's standard settings for both services. */
    Map<String, String> services() {
        return Map.of(
                "SPRING_KAFKA_BOOTSTRAP_SERVERS",
                "127.0.0.1:" + port,
                "SPRING_KAFKA_SECURITY_PROTOCOL",
                "SSL",
                "SPRING_KAFKA_SSL_KEY_STORE_LOCATION",
                "file:" + store("service"),
                "SPRING_KAFKA_SSL_KEY_STORE_PASSWORD",
                PASSWORD,
                "SPRING_KAFKA_SSL_TRUST_STORE_LOCATION",
                "file:" + store("service-trusts"),
                "SPRING_KAFKA_SSL_TRUST_STORE_PASSWORD",
                PASSWORD);
    }

    private void makeKey(String name) throws IOException {
        keytool(
                name,
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "SAN=IP:127.0.0.1",
                "-validity",
                "2");
        keytool(name, "-exportcert", "-alias", name, "-file", certificate(name));
    }

    private void trust(String who, String whom) throws IOException {
        keytool(who + "-trusts", "-importcert", "-noprompt", "-alias", whom, "-file", certificate(whom));
    }

    private void keytool(String store, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-keystore",
                store(store),
                "-storepass",
                PASSWORD));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException("keytool: " + said);
        }
    }

    private String store(String name) {
        return folder.resolve(name + ".p12").toAbsolutePath().toString();
    }

    private String certificate(String name) {
        return folder.resolve(name + ".crt").toAbsolutePath().toString();
    }
}
