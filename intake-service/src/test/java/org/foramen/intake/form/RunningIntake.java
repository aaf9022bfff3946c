package org.foramen.intake.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Level;
import org.foramen.contract.sealing.SealKeys;
import org.foramen.contract.sealing.SealedInquiry;
import org.foramen.intake.receipt.ReceiptAddresses;
import org.foramen.intake.receipt.ReceiptNote;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** An intake whose Kafka is away: what it accepts stands in its spool, where a test can read it and break the disk. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.kafka.bootstrap-servers=127.0.0.1:9",
            "foramen.content=../content",
            "foramen.publishing.deadline=200ms",
            "foramen.abuse.min-time=0s"
        })
abstract class RunningIntake {

    static final ClinicSite CLINIC_SITE = new ClinicSite();

    static final Path DATA = newFolder();
    private static final Path SPOOL = DATA.resolve("spool");
    private static final Path SPOOL_ASIDE = DATA.resolve("spool-aside");

    @LocalServerPort
    private int port;

    @Autowired
    private ReceiptAddresses receipts;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("foramen.data", DATA::toString);
        settings.add("foramen.form.allowed-origins", CLINIC_SITE::origin);
    }

    @BeforeEach
    void forgetInquiries() throws IOException {
        for (Path file : spooled()) {
            Files.delete(file);
        }
    }

    @AfterEach
    void mendDisk() throws IOException {
        if (Files.exists(SPOOL_ASIDE)) {
            Files.delete(SPOOL);
            Files.move(SPOOL_ASIDE, SPOOL);
        }
    }

    public PlainBrowser browser() {
        return new PlainBrowser(at(""));
    }

    int port() {
        return port;
    }

    String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** A receipt that somebody may have in the browser's history. */
    String at(ReceiptNote note) {
        return at(pathOf(note));
    }

    String pathOf(ReceiptNote note) {
        return receipts.path(note);
    }

    /** One that says what to do first, and nothing else. */
    static ReceiptNote guiding(Level level) {
        return new ReceiptNote("K7F3-92QX", level, null, null, null, null);
    }

    /** From now on nothing can be kept. */
    static void breakDisk() throws IOException {
        Files.move(SPOOL, SPOOL_ASIDE);
        Files.createFile(SPOOL);
    }

    /** What was accepted, in its order. */
    static List<InquiryReceived> accepted() throws IOException {
        return spooled().stream().map(RunningIntake::open).toList();
    }

    private static List<Path> spooled() throws IOException {
        try (Stream<Path> files = Files.list(SPOOL)) {
            return files.filter(file -> file.toString().endsWith(".inquiry"))
                    .sorted()
                    .toList();
        }
    }

    private static InquiryReceived open(Path file) {
        try {
            SealedInquiry sealed = JsonMapper.shared().readValue(Files.readAllBytes(file), SealedInquiry.class);
            return SealKeys.opener(DATA.resolve("keys").resolve(SealKeys.PRIVATE_FILE))
                    .open(sealed.id().value(), sealed.headers(), sealed.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "form-data-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
