package org.foramen.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;

/** Whatever comes out of Kafka is an inquiry or is named unreadable by a code; nothing else ever happens. */
class BrokenInquiryTests {

    private static final Path KEYS = newKeys();
    private static final InquiryOpener OPENER = SealKeys.opener(KEYS.resolve(SealKeys.PRIVATE_FILE));
    private static final SealedInquiry SEALED =
            SealKeys.sealer(KEYS.resolve(SealKeys.PUBLIC_FILE)).seal(Examples.INQUIRY);

    @Property
    void anyBytesAreUnreadable(@ForAll byte[] value) {
        assertThat(opened(() -> OPENER.open(SEALED.id().value(), SEALED.headers(), value)))
                .isEmpty();
    }

    @Property
    void anyTextInFiveParts(@ForAll @CharRange(from = '!', to = '~') String one, @ForAll String two) {
        byte[] value = (one + "." + two + ".a." + one + "." + two).getBytes(StandardCharsets.UTF_8);

        assertThat(opened(() -> OPENER.open(SEALED.id().value(), SEALED.headers(), value)))
                .isEmpty();
    }

    @Property
    void aSealWithOneByteChangedOpensToTheSameOrNotAtAll(@ForAll @IntRange(max = 5000) int place, @ForAll byte other) {
        byte[] value = SEALED.value().clone();
        value[place % value.length] = other;

        Optional<InquiryReceived> opened = opened(() -> OPENER.open(SEALED.id().value(), SEALED.headers(), value));

        assertThat(opened.isEmpty() || opened.get().equals(Examples.INQUIRY)).isTrue();
    }

    @Property
    void jsonWithAPieceReplacedIsAnInquiryOrNot(
            @ForAll @IntRange(max = 600) int from, @ForAll @IntRange(max = 40) int length, @ForAll String piece) {
        String golden = Examples.goldenText("inquiry-received.v1-details.json");
        int start = from % golden.length();
        int end = Math.min(golden.length(), start + length);
        String broken = golden.substring(0, start) + piece + golden.substring(end);

        opened(() -> InquiryJson.read(broken.getBytes(StandardCharsets.UTF_8)));
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
            SealKeys.makeIfAbsent(folder);
            return folder;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
