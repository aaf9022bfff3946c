package org.foramen.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.foramen.local.inbox.Inbox;
import org.foramen.stack.mail.PersonalMailbox;

/**
 * One of the two services: the module that it is built in and how it is started.
 *
 * @param name as it stands before its lines on the console
 * @param module the folder of its module
 */
record LocalService(String name, Path module, String mainClass, Port port, Map<String, String> environment) {

    static List<LocalService> both(Settings settings) {
        return List.of(
                new LocalService(
                        "intake",
                        settings.home().resolve("intake-service"),
                        "org.foramen.intake.IntakeApplication",
                        settings.form(),
                        ofBoth(settings, settings.form())),
                new LocalService(
                        "notifier",
                        settings.home().resolve("notifier-service"),
                        "org.foramen.notifier.NotifierApplication",
                        settings.notifier(),
                        ofNotifier(settings)));
    }

    /** Runs one of its commands, whose words go to this console; returns what it ends with. */
    int run(String command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(command());
        line.remove(Tether.class.getName());
        line.add(command);
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(module.toFile()).inheritIO();
        builder.environment().putAll(environment);
        builder.environment().put("LOGGING_LEVEL_ROOT", "warn");
        return builder.start().waitFor();
    }

    /** Its own classes, the class path that it ships with, and last this module for the {@link Tether}. */
    List<String> command() {
        String classPath = String.join(
                File.pathSeparator, module.resolve("target/classes").toString(), shippedClassPath(), tether());
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-cp",
                classPath,
                Tether.class.getName(),
                mainClass);
    }

    private String shippedClassPath() {
        Path file = module.resolve("target/runtime.classpath");
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new CannotStart(
                    file + " is missing: build the modules first, as `mvn spring-boot:run` at the root does.", e);
        }
    }

    private static String tether() {
        return Path.of(Tether.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
    }

    private static Map<String, String> ofNotifier(Settings settings) {
        Map<String, String> environment = new TreeMap<>(ofBoth(settings, settings.notifier()));
        environment.put("SPRING_MAIL_HOST", "127.0.0.1");
        environment.put("SPRING_MAIL_PORT", Integer.toString(settings.smtp().number()));
        environment.put("FORAMEN_CANARY_INTAKE", settings.form().address());
        environment.put("FORAMEN_CANARY_ADDRESS", Inbox.CANARY);
        environment.put("FORAMEN_CANARY_IMAP_HOST", "127.0.0.1");
        environment.put(
                "FORAMEN_CANARY_IMAP_PORT", Integer.toString(settings.imap().number()));
        environment.put("FORAMEN_CANARY_IMAP_USER", Inbox.CANARY);
        environment.put("FORAMEN_CANARY_IMAP_PASSWORD", PersonalMailbox.PASSWORD);
        environment.put("FORAMEN_CANARY_WITHIN", "1m");
        environment.put(
                "FORAMEN_CONSOLE_ADDRESS",
                "http://localhost:" + settings.notifier().number());
        return environment;
    }

    private static Map<String, String> ofBoth(Settings settings, Port port) {
        return Map.of(
                "SERVER_PORT",
                Integer.toString(port.number()),
                "SERVER_ADDRESS",
                "127.0.0.1",
                "SPRING_KAFKA_BOOTSTRAP_SERVERS",
                "127.0.0.1:" + settings.kafka().number(),
                "FORAMEN_CONTENT",
                settings.content().toString(),
                "FORAMEN_DATA",
                settings.data().toString(),
                "SPRING_MAIN_BANNERMODE",
                "off",
                "SPRING_MAIN_LOGSTARTUPINFO",
                "false",
                "LOGGING_PATTERN_CONSOLE",
                ServiceOutput.PATTERN);
    }
}
