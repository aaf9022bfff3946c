package org.foramen.notifier.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.foramen.base.SealKeyFiles;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.sealing.SealKeys;
import org.foramen.notifier.Inquiries;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CanaryMarkTests {

    private static final String MAILBOX = "canary@clinic.example";

    @TempDir
    Path folder;

    private CanaryMark mark;

    @BeforeEach
    void begin() {
        mark = with("keys");
    }

    @Test
    void ourOwnInquiryIsKnown() {
        assertThat(mark.isOn(inquiry(MAILBOX, mark.message(MAILBOX)))).isTrue();
        assertThat(mark.message(MAILBOX)).isNotEqualTo(mark.message(MAILBOX));
    }

    @Test
    void aPersonsInquiryIsNeverTakenForOurs() {
        String ours = mark.message(MAILBOX);

        assertThat(mark.isOn(inquiry(MAILBOX, "My canary has a sore back"))).isFalse();
        assertThat(mark.isOn(inquiry(MAILBOX, ""))).isFalse();
        assertThat(mark.isOn(inquiry(MAILBOX, with("others").message(MAILBOX)))).isFalse();
        assertThat(mark.isOn(inquiry("stranger@example.com", ours)))
                .as("it mails one mailbox")
                .isFalse();
        assertThat(mark.isOn(inquiry(MAILBOX, ours + " And please call me."))).isFalse();
    }

    @Test
    void oneThatWasOnItsWayWhileTheKeyWasChangedIsStillOurs() {
        String before = mark.message(MAILBOX);

        SealKeyFiles.change(folder.resolve("keys"));

        assertThat(with("keys").isOn(inquiry(MAILBOX, before))).isTrue();
    }

    private CanaryMark with(String keys) {
        SealKeyFiles.makeIfAbsent(folder.resolve(keys));
        return new CanaryMark(SealKeys.opener(folder.resolve(keys).resolve(SealKeys.PRIVATE_FILE)));
    }

    private static InquiryReceived inquiry(String email, String message) {
        return Inquiries.with(1, email, true, "en", message);
    }
}
