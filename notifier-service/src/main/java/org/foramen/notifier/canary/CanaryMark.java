package org.foramen.notifier.canary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.sealing.InquiryOpener;
import org.springframework.stereotype.Component;

/**
 * What tells our own inquiry from a person's: words in its message that only we can make, for one mailbox. So nobody's inquiry
 * is taken for ours, and ours mails nobody else.
 */
@Component
public class CanaryMark {

    private static final Pattern FORM =
            Pattern.compile("This is a test of the way, sent by nobody: ([0-9a-f-]{36}) ([\\w-]{43})");

    private final InquiryOpener opener;

    public CanaryMark(InquiryOpener opener) {
        this.opener = opener;
    }

    /** The message of a new one. */
    String message(String mailbox) {
        String name = UUID.randomUUID().toString();
        return "This is a test of the way, sent by nobody: " + name + " " + signature(name, mailbox);
    }

    public boolean isOn(InquiryReceived inquiry) {
        Matcher parts = FORM.matcher(inquiry.message());
        String mailbox = inquiry.person().email();
        return mailbox != null
                && parts.matches()
                && MessageDigest.isEqual(
                        parts.group(2).getBytes(UTF_8),
                        signature(parts.group(1), mailbox).getBytes(UTF_8));
    }

    private String signature(String name, String mailbox) {
        return opener.fingerprint("canary", name + " " + mailbox);
    }
}
