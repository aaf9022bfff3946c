package org.foramen.intake.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.foramen.base.Traces;
import org.foramen.contract.InquiryId;
import org.foramen.contract.sealing.SealedInquiry;
import org.foramen.intake.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;

/** The spool's folder goes away under a running intake, and comes back. */
class KeepingTests {

    private static final SealedInquiry FIRST = inquiry(1);
    private static final SealedInquiry SECOND = inquiry(2);

    @TempDir
    Path data;

    private final Kafka kafka = new Kafka();
    private Path folder;
    private Spool spool;
    private InquiryPublisher publisher;
    private Keeping keeping;

    @BeforeEach
    void open() throws IOException {
        folder = data.resolve("spool");
        spool = new Spool(folder, 1_000_000, 0);
        SpoolRelay relay =
                new SpoolRelay(spool, kafka, Clock.systemUTC(), Settings.intake(data), new SpoolRelayTests.Later());
        publisher = new InquiryPublisher(kafka, spool, relay, Traces.to(null, "test"));
        keeping = new Keeping(spool, kafka, Duration.ZERO);
    }

    /** What becomes of a folder. */
    enum Trouble {
        DELETED,
        A_FILE_IN_ITS_PLACE,
        A_LINK_TO_NOWHERE;

        void befall(Path folder) throws IOException {
            Files.move(folder, elsewhere(folder));
            switch (this) {
                case DELETED -> assertThat(folder).doesNotExist();
                case A_FILE_IN_ITS_PLACE -> Files.writeString(folder, "in the way");
                case A_LINK_TO_NOWHERE -> Files.createSymbolicLink(folder, Path.of("nowhere"));
            }
        }

        static void end(Path folder) throws IOException {
            Files.deleteIfExists(folder);
            Files.move(elsewhere(folder), folder);
        }

        private static Path elsewhere(Path folder) {
            return folder.resolveSibling("elsewhere");
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutKafkaNobodyIsToldYesUntilTheFolderIsBack(Trouble trouble) throws IOException {
        trouble.befall(folder);

        assertThat(publisher.publish(FIRST)).isFalse();
        assertThat(keeping.inSpool()).isFalse();
        assertThat(keeping.anywhere()).isFalse();

        Trouble.end(folder);

        assertThat(keeping.anywhere()).isTrue();
        assertThat(publisher.publish(FIRST)).isTrue();
        assertThat(spool.waiting()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatWaitsInAFolderThatIsGoneTurnsNobodyAwayOnceKafkaIsThere(Trouble trouble) throws IOException {
        assertThat(publisher.publish(FIRST)).isTrue();
        trouble.befall(folder);
        kafka.there = true;

        assertThat(publisher.publish(SECOND)).isTrue();
        assertThat(kafka.took).isEqualTo(1);
        assertThat(keeping.inSpool()).isFalse();
        assertThat(keeping.anywhere()).isTrue();

        Trouble.end(folder);

        assertThat(keeping.inSpool()).isTrue();
        assertThat(spool.waiting()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aFolderThatCannotBeReadHasAsManyUnreadableFilesAsBefore(Trouble trouble) throws IOException {
        Files.writeString(folder.resolve("x.inquiry"), "{}");
        assertThat(spool.waiting()).isEmpty();
        assertThat(spool.unreadable()).isEqualTo(1);

        trouble.befall(folder);

        assertThat(spool.unreadable()).isEqualTo(1);
    }

    @Test
    void aSpoolAtItsLimitOrOnAFullDiskKeepsNothing() throws IOException {
        Spool full = new Spool(folder, 0, 0);
        Spool onFullDisk = new Spool(folder, 1_000_000, Long.MAX_VALUE);

        assertThat(full.takesFiles()).isFalse();
        assertThat(onFullDisk.takesFiles()).isFalse();
        assertThat(spool.takesFiles()).isTrue();
        assertThat(folder).isEmptyDirectory();
    }

    private static SealedInquiry inquiry(int number) {
        InquiryId id = new InquiryId("%026d".formatted(number));
        return new SealedInquiry(id, Map.of("ce_id", id.value()), "sealed".getBytes(StandardCharsets.US_ASCII));
    }

    private static final class Kafka extends KafkaSender {

        private boolean there;
        private int took;

        Kafka() {
            super(
                    new KafkaTemplate<>(() -> {
                        throw new IllegalStateException("not asked here");
                    }),
                    new KafkaAdmin(Map.of()),
                    Settings.intake(Path.of("unused")));
        }

        @Override
        boolean confirms(SealedInquiry inquiry) {
            took += there ? 1 : 0;
            return there;
        }

        @Override
        boolean isThere() {
            return there;
        }
    }
}
