package org.foramen.notifier.canary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.UUID;
import org.foramen.contract.CanaryWords;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.sealing.InquiryOpener;
import org.springframework.stereotype.Component;

/**
 * What tells our own inquiry from a person's: words in its message that only we can make, for one mailbox. So nobody's inquiry
 * is taken for ours, and ours mails nobody else.
 */
@Component
public class CanaryMark {

    private static final String PURPOSE = "canary";

    private final InquiryOpener opener;

    public CanaryMark(InquiryOpener opener) {
        this.opener = opener;
    }

    /** The message of a new one. */
    String message(String mailbox) {
        String name = UUID.randomUUID().toString();
        return new CanaryWords(name, opener.fingerprint(PURPOSE, signed(name, mailbox))).message();
    }

    public boolean isOn(InquiryReceived inquiry) {
        String mailbox = inquiry.person().email();
        return mailbox != null
                && CanaryWords.in(inquiry.message())
                        .filter(words -> isOurs(words, mailbox))
                        .isPresent();
    }

    private boolean isOurs(CanaryWords words, String mailbox) {
        return opener.fingerprints(PURPOSE, signed(words.name(), mailbox)).stream()
                .anyMatch(ours -> MessageDigest.isEqual(words.signature().getBytes(UTF_8), ours.getBytes(UTF_8)));
    }

    private static String signed(String name, String mailbox) {
        return name + " " + mailbox;
    }
}
