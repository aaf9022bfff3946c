package org.foramen.notifier.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.foramen.base.SealKeyFiles;
import org.foramen.contract.InquiryId;
import org.foramen.contract.sealing.SealKeys;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Recipient;
import org.foramen.notifier.delivery.Subject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryTokensTests {

    private static final Subject INQUIRY = new Subject.Inquiry(new InquiryId("K7F392QX0123456789ABCDEFGH"));

    @TempDir
    Path folder;

    private DeliveryTokens tokens;

    @BeforeEach
    void begin() {
        tokens = with("keys");
    }

    @Test
    void eachDeliveryIsReadFromItsTokenWhateverItsCase() {
        for (Subject subject : List.of(
                INQUIRY, new Subject.DeadLetter(new Position(2, 17)), new Subject.Digest(LocalDate.of(2026, 11, 28)))) {
            for (Recipient recipient : Recipient.ALL) {
                DeliveryKey key = new DeliveryKey(subject, recipient);
                assertThat(tokens.read(tokens.of(key))).contains(key);
                assertThat(tokens.read(tokens.of(key).toUpperCase(Locale.ROOT))).contains(key);
            }
        }
    }

    @Test
    void aTokenAboutAnInquiryLeavesRoomForAnAddress() {
        assertThat(Recipient.ALL).allSatisfy(recipient -> assertThat(tokens.of(new DeliveryKey(INQUIRY, recipient)))
                .hasSizeLessThanOrEqualTo(49));
    }

    @Test
    void nobodyElseMakesOne() {
        DeliveryKey key = new DeliveryKey(INQUIRY, Audience.PATIENT);
        String made = tokens.of(key);

        assertThat(with("others").read(made)).isEmpty();
        assertThat(tokens.read(made.replace(".patient.", ".clinic."))).isEmpty();
        assertThat(tokens.read(made.replaceFirst("k7f", "k7g"))).isEmpty();
        assertThat(tokens.read("")).isEmpty();
        assertThat(tokens.read("nobody.nothing.0000000000000")).isEmpty();
    }

    @Test
    void aReportOfAMailFromBeforeAChangeOfTheKeyIsOfOurs() {
        DeliveryKey key = new DeliveryKey(INQUIRY, Audience.PATIENT);
        String before = tokens.of(key);

        SealKeyFiles.change(folder.resolve("keys"));
        DeliveryTokens changed = with("keys");

        assertThat(changed.of(key)).isNotEqualTo(before);
        assertThat(changed.read(before)).contains(key);
        assertThat(changed.read(changed.of(key))).contains(key);
        assertThat(changed.read(with("others").of(key))).isEmpty();
    }

    private DeliveryTokens with(String keys) {
        SealKeyFiles.makeIfAbsent(folder.resolve(keys));
        return new DeliveryTokens(SealKeys.opener(folder.resolve(keys).resolve(SealKeys.PRIVATE_FILE)));
    }
}
