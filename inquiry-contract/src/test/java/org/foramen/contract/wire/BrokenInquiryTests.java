package org.foramen.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.foramen.contract.Examples;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.sealing.InquiryOpener;
import org.foramen.contract.sealing.SealKeys;
import org.foramen.contract.sealing.SealedInquiry;
import org.foramen.contract.sealing.TestKeys;
import org.junit.jupiter.api.RepeatedTest;

/** Whatever comes out of Kafka is an inquiry or is named unreadable by a code; nothing else ever happens. */
class BrokenInquiryTests {

    private static final Random RANDOM = new Random(20261122);
    private static final String PIECES = "{}[],:\"\\0nulltrue-1e9.\u0000\u2028";
    private static final Path KEYS = newKeys();
    private static final InquiryOpener OPENER = SealKeys.opener(KEYS.resolve(SealKeys.PRIVATE_FILE));
    private static final SealedInquiry SEALED =
            SealKeys.sealer(KEYS.resolve(SealKeys.PUBLIC_FILE)).seal(Examples.INQUIRY);

    @RepeatedTest(300)
    void anyBytesAreUnreadable() {
        byte[] value = new byte[RANDOM.nextInt(2000)];
        RANDOM.nextBytes(value);

        assertThat(opened(() -> OPENER.open(SEALED.id().value(), SEALED.headers(), value)))
                .isEmpty();
    }

    @RepeatedTest(300)
    void aSealWithOtherPartsOpensToTheSameOrNotAtAll() {
        String[] parts = new String(SEALED.value(), StandardCharsets.US_ASCII).split("\\.", -1);
        parts[RANDOM.nextInt(parts.length)] = text(40);
        byte[] value = String.join(".", parts).getBytes(StandardCharsets.UTF_8);

        assertOpensToTheSameOrNotAtAll(value);
    }

    @RepeatedTest(300)
    void aSealWithOneByteChangedOpensToTheSameOrNotAtAll() {
        byte[] value = SEALED.value().clone();
        value[RANDOM.nextInt(value.length)] = (byte) RANDOM.nextInt(256);

        assertOpensToTheSameOrNotAtAll(value);
    }

    @RepeatedTest(1000)
    void jsonWithAPieceReplacedIsAnInquiryOrNot() {
        String golden = Examples.goldenText("inquiry-received.v1-details.json");
        int start = RANDOM.nextInt(golden.length());
        int end = Math.min(golden.length(), start + RANDOM.nextInt(40));
        String broken = golden.substring(0, start) + text(20) + golden.substring(end);

        Optional<InquiryReceived> read = opened(() -> InquiryJson.read(broken.getBytes(StandardCharsets.UTF_8)));

        assertThat(read.isEmpty() || read.get().id() != null).isTrue();
    }

    private static void assertOpensToTheSameOrNotAtAll(byte[] value) {
        Optional<InquiryReceived> opened = opened(() -> OPENER.open(SEALED.id().value(), SEALED.headers(), value));

        assertThat(opened.isEmpty() || opened.get().equals(Examples.INQUIRY)).isTrue();
    }

    private static String text(int longest) {
        return RANDOM.ints(RANDOM.nextInt(longest + 1), 0, Character.MAX_CODE_POINT)
                .map(any -> RANDOM.nextBoolean() ? any : PIECES.codePointAt(any % PIECES.length()))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Optional<InquiryReceived> opened(Supplier<InquiryReceived> reading) {
        try {
            return Optional.of(reading.get());
        } catch (UnreadableInquiry e) {
            assertThat(e).hasMessage(e.reason().code()).hasNoCause();
            return Optional.empty();
        }
    }

    private static Path newKeys() {
        try {
            Path folder = Files.createTempDirectory("broken-inquiries").resolve("keys");
            TestKeys.makeIn(folder);
            return folder;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
