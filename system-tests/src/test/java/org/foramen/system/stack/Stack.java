package org.foramen.system.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.foramen.contract.wire.Topics;
import org.foramen.stack.broker.Cluster;
import org.foramen.stack.mail.PersonalMailbox;
import org.foramen.stack.mail.ScriptedSmtpServer;
import org.foramen.stack.process.Java;
import org.foramen.stack.process.Ports;
import org.foramen.stack.process.Service;

/** The whole of Foramen as it ships, each part a process of its own; only the mail server is ours. */
public final class Stack implements AutoCloseable {

    /** The longest pause between two looks at a mail server that is away. */
    public static final Duration SERVER_LONGEST = Duration.ofSeconds(2);

    /** A system property that begins like this is a setting of both services: so a guard is taken away for once. */
    private static final String SETTING = "foramen.setting.";

    private static final List<String> BROKER_OPTIONS = Stream.concat(
                    Java.small("384m").stream(),
                    Stream.of(
                            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                            "-Dorg.slf4j.simpleLogger.showDateTime=true"))
            .toList();

    private final ScriptedSmtpServer mail = new ScriptedSmtpServer(Ports.free());
    private final PersonalMailbox canary = new PersonalMailbox(0, "canary@inbox.example");
    private final Cluster kafka;
    private final Service intake;
    private final List<Service> notifiers = new ArrayList<>();
    private final Path folder;
    private final Path home;
    private final Map<String, String> intakeSettings;
    private final Map<String, String> notifierSettings;

    private Stack(
            String name,
            int brokers,
            int notifiers,
            Map<String, String> kafka,
            Map<String, String> asked,
            Map<String, String> ledger,
            Optional<Path> disk)
            throws IOException {
        String time = LocalTime.now().truncatedTo(ChronoUnit.SECONDS).toString().replace(':', '-');
        this.folder = Files.createDirectories(Path.of(
                        "target",
                        "stacks",
                        name + "-" + time + "-" + ProcessHandle.current().pid())
                .toAbsolutePath());
        this.home = disk.orElse(folder);
        this.kafka = new Cluster(brokers, home, BROKER_OPTIONS, kafka);
        this.intakeSettings = settings();
        intakeSettings.putAll(asked);
        this.intake = intake(Release.today(), "intake");
        this.notifierSettings = new TreeMap<>(intakeSettings);
        notifierSettings.putAll(impatience());
        notifierSettings.putAll(ledger);
        for (int number = 1; number <= notifiers; number++) {
            this.notifiers.add(notifier(Release.today(), "notifier-" + number));
        }
    }

    /** One of each, and the ledger in a file: what runs on a laptop. */
    public static Stack ofOneEach(String name) throws IOException {
        return ofOneEach(name, Map.of());
    }

    /** The same, with some settings of both services changed. */
    public static Stack ofOneEach(String name, Map<String, String> settings) throws IOException {
        return new Stack(name, 1, 1, Map.of(), settings, Map.of(), Optional.empty()).start();
    }

    /** The same, and its broker has a second listener that speaks TLS and lets only the services in. */
    public static Stack ofOneEach(String name, Tls tls) throws IOException {
        return new Stack(name, 1, 1, tls.broker(), tls.services(), Map.of(), Optional.empty()).start();
    }

    /** What runs where it matters: several of each, and the ledger in a database of its own. */
    public static Stack of(String name, int brokers, int notifiers, Map<String, String> ledger) throws IOException {
        return new Stack(name, brokers, notifiers, Map.of(), Map.of(), ledger, Optional.empty()).start();
    }

    /**
     * One of each, with everything that must outlive them on a disk of its own, as a single machine is told to be set up: its
     * broker forces each record, and soon sees what is to be compacted. Nothing is started yet.
     */
    public static Stack on(Path disk, String name, Map<String, String> ledger) throws IOException {
        Map<String, String> oneBroker = Map.of(
                "log.flush.interval.messages", "1",
                "log.cleaner.backoff.ms", "200",
                "broker.session.timeout.ms", "3000",
                "broker.heartbeat.interval.ms", "1000");
        return new Stack(name, 1, 1, oneBroker, Map.of(), ledger, Optional.of(disk));
    }

    /** One of each, whose parts are started one by one. */
    public static Stack atRest(String name, Map<String, String> ledger) throws IOException {
        return new Stack(name, 1, 1, Map.of(), Map.of(), ledger, Optional.empty());
    }

    /** An intake of this stack, of any release; it is not started. */
    public Service intake(Release release, String name) {
        return service(release, "intake-service", name, intakeSettings);
    }

    /** A notifier of this stack, of any release; it is not started. */
    public Service notifier(Release release, String name) {
        return service(release, "notifier-service", name, notifierSettings);
    }

    private Stack start() {
        try {
            heal();
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Starts everything that does not run, and waits until all of it is ready. The mail server keeps its script. */
    public void heal() {
        begin();
        services().forEach(Service::awaitReady);
    }

    /** The same, and does not wait for the services. */
    public void begin() {
        mail.start();
        kafka.start();
        services().filter(service -> !service.isRunning()).forEach(service -> service.begin(Map.of()));
    }

    /** Ends all of it but the mail server, as a cut of the power does. */
    public void kill() {
        services().forEach(Service::kill);
        kafka.kill();
    }

    private Stream<Service> services() {
        return Stream.concat(Stream.of(intake), notifiers.stream());
    }

    public ScriptedSmtpServer mail() {
        return mail;
    }

    /** What the notifier reads to see whether its own inquiry has arrived; a test delivers to it. */
    public PersonalMailbox canary() {
        return canary;
    }

    public Cluster kafka() {
        return kafka;
    }

    public Service intake() {
        return intake;
    }

    public Service notifier() {
        return notifiers.get(0);
    }

    public List<Service> notifiers() {
        return notifiers;
    }

    public Topic inquiries() {
        return new Topic(kafka.bootstrap(), Topics.INQUIRIES);
    }

    public Topic deadLetters() {
        return new Topic(kafka.bootstrap(), Topics.deadLettersOf(Topics.INQUIRIES));
    }

    public Topic outcomes() {
        return new Topic(kafka.bootstrap(), Topics.OUTCOMES);
    }

    /** Where its parts keep their logs, and their data unless a disk was given. */
    public Path folder() {
        return folder;
    }

    /** Where the services keep what must outlive them. */
    public Path data() {
        return home.resolve("data");
    }

    @Override
    public void close() {
        kill();
        mail.close();
        canary.close();
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrap());
        settings.put("FORAMEN_DATA", data().toString());
        settings.put("FORAMEN_ABUSE_MIN_TIME", "0s"); // tests fill in forms faster than people
        System.getProperties().forEach((name, value) -> {
            if (name.toString().startsWith(SETTING)) {
                settings.put(name.toString().substring(SETTING.length()), value.toString());
            }
        });
        return settings;
    }

    /** Minutes become seconds; nothing else is changed. */
    private Map<String, String> impatience() {
        return Map.ofEntries(
                Map.entry("SPRING_MAIL_HOST", "127.0.0.1"),
                Map.entry("SPRING_MAIL_PORT", String.valueOf(mail.port())),
                Map.entry("FORAMEN_DIGEST_AT", ""), // no mail that nobody asked for
                Map.entry("FORAMEN_CANARY_INTAKE", intake.address("/").toString()),
                Map.entry("FORAMEN_CANARY_ADDRESS", canary.address()),
                Map.entry("FORAMEN_CANARY_IMAP_HOST", "127.0.0.1"),
                Map.entry("FORAMEN_CANARY_IMAP_PORT", String.valueOf(canary.port())),
                Map.entry("FORAMEN_CANARY_IMAP_USER", canary.address()),
                Map.entry("FORAMEN_CANARY_IMAP_PASSWORD", PersonalMailbox.PASSWORD),
                Map.entry("FORAMEN_CANARY_WITHIN", "1m"),
                Map.entry("FORAMEN_SMTP_CONNECT_TIMEOUT", "2s"),
                Map.entry("FORAMEN_SMTP_READ_TIMEOUT", "2s"),
                Map.entry("FORAMEN_SMTP_FINAL_TIMEOUT", "3s"),
                Map.entry("FORAMEN_SMTP_TOTAL_DEADLINE", "8s"),
                Map.entry("FORAMEN_RETRY_FIRST", "1s"),
                Map.entry("FORAMEN_RETRY_UNKNOWN_AFTER", "2s"),
                Map.entry("FORAMEN_RETRY_SERVER_FIRST", "500ms"),
                Map.entry("FORAMEN_RETRY_SERVER_LONGEST", SERVER_LONGEST.toSeconds() + "s"),
                Map.entry("FORAMEN_RETRY_POLL", "500ms"),
                Map.entry("SPRING_KAFKA_CONSUMER_PROPERTIES_SESSION_TIMEOUT_MS", "6000"),
                Map.entry("SPRING_KAFKA_CONSUMER_PROPERTIES_HEARTBEAT_INTERVAL_MS", "1500"));
    }

    private Service service(Release release, String module, String name, Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(settings);
        all.put("FORAMEN_CONTENT", release.content().toString());
        return new Service(release.command(module), folder.resolve(name + ".log"), all);
    }
}
