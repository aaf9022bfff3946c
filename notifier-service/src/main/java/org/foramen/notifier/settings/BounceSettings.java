package org.foramen.notifier.settings;

import java.time.Duration;
import org.foramen.base.SettingRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * How mails that come back are noticed, {@code foramen.bounces.*}.
 *
 * @param address what each mail's envelope sender is made of, such as {@code bounces@clinic.example}; nothing: it
 *     is {@code from}
 * @param imap the mailbox that they come back to
 * @param poll how often that mailbox is read
 * @param keptIn the folder that takes what is no report about one of our mails
 * @param restFor how long an address is not mailed after a mail to it came back
 */
public record BounceSettings(
        @Nullable String address,
        @NestedConfigurationProperty @DefaultValue ImapSettings imap,
        @DefaultValue("30s") Duration poll,
        @DefaultValue("Not read") String keptIn,
        @DefaultValue("30d") Duration restFor) {

    /** RFC 5321, 4.5.3.1.1. */
    private static final int LONGEST_NAME = 64;

    /** What the token of a mail about an inquiry takes, with the plus before it. */
    private static final int TOKEN = 50;

    public BounceSettings {
        if (StringUtils.hasText(address)) {
            int at = address.lastIndexOf('@');
            if (at < 1 || at > LONGEST_NAME - TOKEN || at == address.length() - 1) {
                throw new SettingRefused(
                        "FORAMEN_BOUNCES_ADDRESS must be an address with at most %d characters before the @."
                                .formatted(LONGEST_NAME - TOKEN));
            }
        }
    }

    /** The envelope sender of the mail with this token, such as {@code bounces+TOKEN@clinic.example}; null: the usual one. */
    public @Nullable String returnPath(String token) {
        if (!StringUtils.hasText(address)) {
            return null;
        }
        int at = address.lastIndexOf('@');
        return at + 1 + token.length() > LONGEST_NAME
                ? address
                : address.substring(0, at) + "+" + token + address.substring(at);
    }
}
