package org.foramen.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where the stack lives and listens; each by default, or as an environment variable says.
 *
 * @param home the folder of the repository
 * @param content what clinic staff edit
 * @param data what the stack keeps from run to run
 * @param signIn how people get into the console, in a few words
 */
record Settings(
        Path home,
        Path content,
        Path data,
        String signIn,
        Port form,
        Port notifier,
        Port inbox,
        Port smtp,
        Port imap,
        Port kafka) {

    static Settings of(Map<String, String> environment, Path workingFolder) {
        Path home = home(environment, workingFolder);
        Path data = folder(environment, "FORAMEN_DATA", home.resolve("data"));
        return new Settings(
                home,
                folder(environment, "FORAMEN_CONTENT", home.resolve("content")),
                data,
                signIn(environment, data),
                port(environment, "FORAMEN_FORM_PORT", 8080, "the form"),
                port(environment, "FORAMEN_NOTIFIER_PORT", 8081, "the notifier"),
                port(environment, "FORAMEN_INBOX_PORT", 8025, "the inbox page"),
                port(environment, "FORAMEN_SMTP_PORT", 1025, "the inbox's mail server"),
                port(environment, "FORAMEN_IMAP_PORT", 1143, "the canary's mailbox"),
                port(environment, "FORAMEN_KAFKA_PORT", 9092, "Kafka"));
    }

    List<Port> ports() {
        return List.of(form, notifier, inbox, smtp, imap, kafka);
    }

    Path kafkaFolder() {
        return data.resolve("kafka");
    }

    Path logs() {
        return data.resolve("logs");
    }

    private static Path home(Map<String, String> environment, Path workingFolder) {
        Path start = folder(
                environment, "FORAMEN_HOME", workingFolder.toAbsolutePath().normalize());
        return Stream.iterate(start, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.isRegularFile(folder.resolve("content").resolve("clinic.yml")))
                .findFirst()
                .orElseThrow(() -> new CannotStart("Neither " + start + " nor a folder above it has content/clinic.yml:"
                        + " start in the repository, or name its folder with FORAMEN_HOME."));
    }

    private static String signIn(Map<String, String> environment, Path data) {
        String users = environment.getOrDefault("FORAMEN_CONSOLE_USERS", "");
        if (environment.getOrDefault("FORAMEN_CONSOLE_PASSWORDS", "").equalsIgnoreCase("false")) {
            return "sign in at " + environment.getOrDefault("FORAMEN_CONSOLE_OIDC_ISSUER", "the identity provider");
        }
        return users.isBlank()
                ? "user operator, password in " + data.resolve("keys/console-password")
                : "users of " + users;
    }

    private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        return value.isBlank() ? otherwise : Path.of(value).toAbsolutePath().normalize();
    }

    private static Port port(Map<String, String> environment, String variable, int otherwise, String need) {
        String value = environment.getOrDefault(variable, "");
        int number = value.isBlank() ? otherwise : number(variable, value);
        return new Port(number, need, variable);
    }

    private static int number(String variable, String value) {
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65_535) {
            throw new CannotStart(variable + " is not a port, a number from 1 to 65535: " + value);
        }
        return Integer.parseInt(value);
    }
}
