package org.foramen.notifier.checkmail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.foramen.base.SealKeyFiles;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.SealedRecords;
import org.foramen.notifier.checkmail.CheckMailProgram.Said;
import org.foramen.notifier.smtp.SubmissionServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/**
 * A clinic that follows the page: the notifier as a program of its own, with the settings that stand there, addresses
 * exchanged, and nothing else set that has to do with mail.
 */
@EnabledIf("org.foramen.notifier.imap.Dovecot#canRun")
@Timeout(300)
class Microsoft365IT {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String OPERATOR = "you@clinic.example";
    private static final String PATIENT = "ana@example.com";
    private static final Pattern TOKEN = Pattern.compile("^X-Delivery: (\\S+)\\r?$", Pattern.MULTILINE);

    @TempDir
    static Path folder;

    private static ExchangeOnline microsoft;
    private static CheckMailProgram checks;

    private final Map<String, String> settings = new HashMap<>();

    Microsoft365IT() throws Exception {
        settings.putAll(microsoft.addressed(ProviderPage.settings("Microsoft 365")));
        settings.put("FORAMEN_CONTENT", Path.of("../content").toRealPath().toString());
        settings.put("FORAMEN_DATA", folder.resolve("data").toString());
    }

    @BeforeAll
    static void open() throws Exception {
        microsoft = new ExchangeOnline(folder);
    }

    @AfterAll
    static void close() {
        if (checks != null) {
            checks.close();
        }
        microsoft.close();
    }

    @AfterEach
    void heal() {
        microsoft.heal();
    }

    @Test
    void checkMailFindsAllInOrder() throws Exception {
        Said said = checkMail();

        assertThat(said.lines())
                .contains(
                        "Mail server: " + microsoft.smtpAddress(),
                        "Sign-ins offered: XOAUTH2",
                        "Sign-in: taken.",
                        "Test mail to " + OPERATOR + ": taken.",
                        "Sign-in: taken, as " + ExchangeOnline.MAILBOX + ".",
                        "Folder 'INBOX': can be read, mails in it: 0.",
                        "Folder 'Not read': is there.")
                .anyMatch(line -> line.startsWith("A mail to " + ExchangeOnline.MAILBOX + " was in it after "));
        assertThat(said.lines())
                .filteredOn(line -> line.startsWith("TLS: the line is encrypted (TLSv1.3, TLS_"))
                .hasSize(2);
        assertThat(said.status()).isZero();
    }

    @Test
    void anInquiryIsMailedAndWhatComesBackIsToldToTheClinic() throws Exception {
        EmbeddedKafkaKraftBroker kafka = new EmbeddedKafkaKraftBroker(1, 1);
        kafka.brokerProperty("offsets.topic.num.partitions", "1");
        kafka.afterPropertiesSet();
        settings.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", kafka.getBrokersAsString());
        settings.put("SERVER_PORT", "0");
        settings.put("FORAMEN_RETRY_POLL", "200ms");
        settings.put("FORAMEN_BOUNCES_POLL", "500ms");
        Path keys = folder.resolve("data/keys");
        SealKeyFiles.makeIfAbsent(keys);
        Process notifier = start();
        try {
            await("it is up").atMost(SOON).until(() -> Files.readString(log()).contains("Started NotifierApplication"));
            publish(kafka.getBrokersAsString(), keys);
            SubmissionServer.Taken mail = await("the person's mail")
                    .atMost(SOON)
                    .until(() -> mailsTo(PATIENT).stream().findFirst().orElse(null), found -> found != null);
            microsoft.mailbox().deliver(ExchangeOnline.MAILBOX, report(mail));

            await("the clinic is asked to phone")
                    .atMost(SOON)
                    .until(() -> mailsTo("front-desk@clinic.example").size() == 2);
        } finally {
            notifier.destroy();
            assertThat(notifier.waitFor(60, TimeUnit.SECONDS)).isTrue();
            kafka.destroy();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "foramen.smtp.oauth.scope | https://outlook.office.com/.default | the token endpoint at 127.0.0.1 refuses us a token: invalid_scope.",
                "foramen.smtp.oauth.scope | " + ExchangeOnline.ANOTHER_SCOPE
                        + " | the mail server refused our sign-in (535 5.7.3).",
                "foramen.smtp.oauth.client-id | another | the token endpoint at 127.0.0.1 refuses us a token: invalid_client.",
                "foramen.smtp.oauth.token-uri | http://127.0.0.1:1/token | the token endpoint at 127.0.0.1 does not answer: ConnectException.",
                "foramen.smtp.oauth.user | somebody@clinic.example | the mail server refused our sign-in (535 5.7.3)."
            })
    void aSettingThatIsWrongHasItsSentence(String setting, String value, String sentence) throws Exception {
        assertThatItIsSaid(sentence, "--" + setting + "=" + value);
    }

    @Test
    void aConsentThatWasWithdrawnHasItsSentence() throws Exception {
        microsoft.withdrawConsent();

        Said said = assertThatItIsSaid("the mail server refused our sign-in (535 5.7.3).");

        assertThat(said.lines()).contains("Sign-ins offered: XOAUTH2");
    }

    @ParameterizedTest
    @CsvSource({"-PT10M", "PT2H"})
    void clocksThatDifferBetweenTheirServersHaveTheirSentence(Duration ahead) throws Exception {
        microsoft.setClockOfMailServer(ahead);

        assertThatItIsSaid("the mail server refused our sign-in (535 5.7.3).");
    }

    private Said assertThatItIsSaid(String sentence, String... changes) throws Exception {
        if (checks == null) {
            checks = new CheckMailProgram(program(CheckMailRuns.class.getName(), "target/test-classes"));
        }
        Said said = checks.run(Stream.concat(Stream.of(CheckMail.COMMAND, OPERATOR), Stream.of(changes))
                .toArray(String[]::new));

        assertThat(said.lines()).contains("No mail can be handed over: " + sentence);
        assertThat(said.status()).isEqualTo(1);
        return said;
    }

    private static List<SubmissionServer.Taken> mailsTo(String recipient) {
        return microsoft.mails().stream()
                .filter(mail -> mail.to().equals(recipient))
                .toList();
    }

    private static void publish(String brokers, Path keys) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(SealedRecords.of(Inquiries.with(1, PATIENT, true, "en", "Canary words"), keys));
        }
    }

    /** That the mail came back, with its headers quoted. */
    private static String report(SubmissionServer.Taken mail) throws IOException {
        Matcher token = TOKEN.matcher(mail.text());
        assertThat(token.find()).as("the mail names itself").isTrue();
        try (InputStream file = requireNonNull(
                Microsoft365IT.class.getResourceAsStream("/org/foramen/notifier/bounce/failed-by-quoted-header.eml"))) {
            return new String(file.readAllBytes(), UTF_8).replace("TOKEN", token.group(1));
        }
    }

    private Said checkMail() throws Exception {
        Path output = Files.createTempFile(folder, "check-mail", ".txt");
        Process process = notifier(CheckMail.COMMAND, OPERATOR)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("it ends").isTrue();
        return new Said(process.exitValue(), Files.readAllLines(output));
    }

    private Process start() throws Exception {
        return notifier()
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
    }

    private static Path log() {
        return folder.resolve("notifier.log");
    }

    private ProcessBuilder notifier(String... arguments) throws Exception {
        ProcessBuilder program = program("org.foramen.notifier.NotifierApplication");
        program.command().addAll(List.of(arguments));
        return program;
    }

    private ProcessBuilder program(String main, String... further) throws Exception {
        String classPath = Stream.concat(
                        Stream.of(
                                "target/classes",
                                Files.readString(Path.of("target/runtime.classpath"))
                                        .strip()),
                        Stream.of(further))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Djavax.net.ssl.trustStore=" + microsoft.trustStore(),
                "-Djavax.net.ssl.trustStorePassword=changeit",
                "-cp",
                classPath,
                main));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(settings);
        return builder;
    }
}
