package org.foramen.intake.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.foramen.contract.InquiryId;
import org.foramen.contract.sealing.SealedInquiry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTests {

    private static final long PLENTY = 1_000_000;

    @TempDir
    Path folder;

    @Test
    void inquiriesComeBackInTheirTurnAndWhole() throws Exception {
        Spool spool = new Spool(folder, PLENTY, 0);
        for (int number = 1; number <= 12; number++) {
            spool.add(inquiry(number));
        }

        assertThat(read(new Spool(folder, PLENTY, 0)))
                .extracting(SealedInquiry::id)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 12).mapToObj(SpoolTests::id).toList());
        assertThat(read(spool).get(0).value()).isEqualTo(inquiry(1).value());
        assertThat(read(spool).get(0).headers()).isEqualTo(inquiry(1).headers());
    }

    @Test
    void aRestartCountsWhatIsThereAndGoesOnBehindIt() throws Exception {
        new Spool(folder, PLENTY, 0).add(inquiry(1));

        Spool restarted = new Spool(folder, PLENTY, 0);
        restarted.add(inquiry(2));

        assertThat(restarted.inquiries()).isEqualTo(2);
        assertThat(read(restarted)).extracting(SealedInquiry::id).containsExactly(id(1), id(2));
    }

    @Test
    void whatACrashLeftHalfWrittenIsNotTakenForAnInquiry() throws Exception {
        Files.writeString(folder.resolve("0000000000000000001-" + id(1) + ".tmp"), "{\"id\":");

        assertThat(new Spool(folder, PLENTY, 0).isEmpty()).isTrue();
    }

    @Test
    void aSpoolAtItsLimitSaysSo() throws Exception {
        Spool spool = new Spool(folder, 200, 0);

        assertThatIOException()
                .isThrownBy(() -> spool.add(inquiry(1)))
                .withMessage("the spool is at its limit of 200 bytes");
        assertThat(spool.isEmpty()).isTrue();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aDiskThatIsNearlyFullIsLeftAlone() throws Exception {
        Spool spool = new Spool(folder, PLENTY, Long.MAX_VALUE / 2);

        assertThatIOException()
                .isThrownBy(() -> spool.add(inquiry(1)))
                .withMessageContaining("bytes are free on the disk of the spool");
    }

    @Test
    void aRemovedInquiryGivesItsRoomBack() throws Exception {
        Spool spool = new Spool(folder, PLENTY, 0);
        spool.add(inquiry(1));

        spool.remove(spool.waiting().get(0));

        assertThat(spool.isEmpty()).isTrue();
        assertThat(spool.bytes()).isZero();
    }

    @Test
    void aFileThatWasSpoiltIsKeptOutOfTheWay() throws Exception {
        Spool spool = new Spool(folder, PLENTY, 0);
        spool.add(inquiry(1));
        spool.add(inquiry(2));
        Path first = spool.waiting().get(0);
        Files.writeString(first, "{");

        assertThatExceptionOfType(SpoolFile.Unreadable.class).isThrownBy(() -> spool.read(first));
        spool.setAside(first);

        assertThat(read(spool)).extracting(SealedInquiry::id).containsExactly(id(2));
        assertThat(spool.inquiries()).isEqualTo(1);
        assertThat(folder).isDirectoryContaining(file -> file.toString().endsWith(".spoilt"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"id\":\"x\"}",
                "{\"id\":\"00000000000000000000000001\",\"headers\":{\"ce_id\":null},\"value\":\"eA==\"}",
                "{\"id\":\"00000000000000000000000001\",\"headers\":{},\"value\":null}"
            })
    void whateverIsNoInquiryIsSpoilt(String content) throws Exception {
        Spool spool = new Spool(folder, PLENTY, 0);
        spool.add(inquiry(1));
        Path file = Files.writeString(spool.waiting().get(0), content);

        assertThatExceptionOfType(SpoolFile.Unreadable.class).isThrownBy(() -> spool.read(file));
    }

    @Test
    void whatTheDiskDoesNotGiveBackIsSpoilt() throws Exception {
        Spool spool = new Spool(folder, PLENTY, 0);
        Path unreadable = Files.createDirectory(folder.resolve("%019d-%s.inquiry".formatted(1, id(1))));

        assertThatExceptionOfType(SpoolFile.Unreadable.class).isThrownBy(() -> spool.read(unreadable));
    }

    @Test
    void aRestartForgetsNoFileThatWasSetAsideUntilAPersonTakesItAway() throws Exception {
        Spool spool = new Spool(folder, PLENTY, 0);
        spool.add(inquiry(1));
        Path file = spool.waiting().get(0);
        spool.setAside(file);

        Spool restarted = new Spool(folder, PLENTY, 0);

        assertThat(restarted.unreadable()).isEqualTo(1);
        Files.delete(file.resolveSibling(file.getFileName() + ".spoilt"));
        assertThat(restarted.unreadable()).isZero();
    }

    @Test
    void aFileFarLargerThanAnyInquiryIsSpoiltAndNotRead() throws Exception {
        Spool spool = new Spool(folder, PLENTY, 0);
        spool.add(inquiry(1));
        Path file = spool.waiting().get(0);
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(3L * 1024 * 1024 * 1024);
        }

        assertThatExceptionOfType(SpoolFile.Unreadable.class).isThrownBy(() -> spool.read(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.inquiry", ".inquiry", "12-K7F392QX.inquiry", "9999999999999999999-K7F392QX.inquiry"})
    void aFileWithANameOfItsOwnIsSetAsideAtTheStart(String name) throws Exception {
        new Spool(folder, PLENTY, 0).add(inquiry(1));
        Files.writeString(folder.resolve(name), "{}");

        Spool spool = new Spool(folder, PLENTY, 0);

        assertThat(read(spool)).extracting(SealedInquiry::id).containsExactly(id(1));
        assertThat(spool.inquiries()).isEqualTo(1);
        assertThat(spool.unreadable()).isEqualTo(1);
    }

    private static List<SealedInquiry> read(Spool spool) throws IOException {
        List<SealedInquiry> all = new ArrayList<>();
        for (Path file : spool.waiting()) {
            all.add(spool.read(file));
        }
        return all;
    }

    private static SealedInquiry inquiry(int number) {
        byte[] value = ("sealed " + number).repeat(20).getBytes(StandardCharsets.US_ASCII);
        return new SealedInquiry(id(number), Map.of("ce_id", id(number).value()), value);
    }

    private static InquiryId id(int number) {
        return new InquiryId("%026d".formatted(number));
    }
}
