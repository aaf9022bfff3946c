package org.foramen.intake.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.sealing.SealKeys;
import org.foramen.contract.sealing.SealedInquiry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A spool file as the jar of 0.1.0 left it, with the record that was to become of it, sealed for a key of that day. */
class LastReleaseTests {

    private static final String LEFT = "0001795919838813001-MXHVCH40FQYFVDZNAAEW78ZZZ0.inquiry";

    @TempDir
    Path folder;

    @Test
    void whatItLeftInTheSpoolIsReadAndOpens() throws Exception {
        Path given = Path.of(Objects.requireNonNull(LastReleaseTests.class.getResource("/last-release"))
                .toURI());
        Files.copy(given.resolve(LEFT), folder.resolve(LEFT));
        Spool spool = new Spool(folder, 1_000_000, 0);
        assertThat(spool.inquiries()).isEqualTo(1);

        SealedInquiry sealed = spool.read(spool.waiting().get(0));
        InquiryReceived inquiry = SealKeys.opener(given.resolve(SealKeys.PRIVATE_FILE))
                .open(sealed.id().value(), sealed.headers(), sealed.value());

        assertThat(inquiry.id().value()).isEqualTo("MXHVCH40FQYFVDZNAAEW78ZZZ0");
        assertThat(inquiry.person().name()).startsWith("Visitor ");
        assertThat(inquiry.message()).isEqualTo("How long until I can drive again?");
        assertThat(inquiry.consent().toEmail()).isTrue();
    }
}
