package org.foramen.notifier.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foramen.contract.sealing.InquiryOpener;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Recipient;
import org.foramen.notifier.delivery.Subject;
import org.springframework.stereotype.Component;

/**
 * Names the mail of a delivery to whoever reports what became of it. Only we can make such a name, so that nobody ends a
 * delivery by a report that is made up. It stands whatever mail servers do to its case.
 */
@Component
public class DeliveryTokens {

    /** The header by which our mails bear their token. */
    public static final String HEADER = "X-Delivery";

    /** Of 6 bits each, less what is lost with the case: beyond guessing by mail. */
    private static final int SIGNATURE = 13;

    private static final String PURPOSE = "delivery";

    private static final Pattern FORM =
            Pattern.compile("([0-9a-z-]+)\\.([a-z]+(?:-[0-9])?)\\.([0-9a-z_-]{" + SIGNATURE + "})");

    private final InquiryOpener opener;

    public DeliveryTokens(InquiryOpener opener) {
        this.opener = opener;
    }

    /** At most 49 characters for a mail about an inquiry, of those that an address may have. */
    public String of(DeliveryKey key) {
        String name = (key.subject().wireName() + "." + key.recipient().wireName()).toLowerCase(Locale.ROOT);
        return name + "." + signature(opener.fingerprint(PURPOSE, name));
    }

    /** What it names, if we made it, also before a change of the key: what is reported of a mail may come days after it. */
    public Optional<DeliveryKey> read(String token) {
        Matcher parts = FORM.matcher(token.toLowerCase(Locale.ROOT));
        if (!parts.matches() || !isOurs(parts.group(1) + "." + parts.group(2), parts.group(3))) {
            return Optional.empty();
        }
        Recipient recipient = Recipient.valueOf(parts.group(2)); // signed, so it is one
        return Subject.named(parts.group(1))
                .or(() -> Subject.named(parts.group(1).toUpperCase(Locale.ROOT)))
                .map(subject -> new DeliveryKey(subject, recipient));
    }

    private boolean isOurs(String name, String signature) {
        return opener.fingerprints(PURPOSE, name).stream()
                .map(DeliveryTokens::signature)
                .anyMatch(ours -> MessageDigest.isEqual(ours.getBytes(US_ASCII), signature.getBytes(US_ASCII)));
    }

    private static String signature(String fingerprint) {
        return fingerprint.substring(0, SIGNATURE).toLowerCase(Locale.ROOT);
    }
}
