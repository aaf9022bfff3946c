package org.foramen.notifier.settings;

import java.net.URI;
import java.time.Duration;
import org.foramen.base.SettingRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * An inquiry of our own that shows that the whole way works, {@code foramen.canary.*}.
 *
 * @param every how often one is sent; nothing: never
 * @param intake the website's address, such as {@code http://127.0.0.1:8080}
 * @param clientKey lets it in where programs need a key
 * @param address the mailbox that its mail goes to; nobody else's
 * @param imap where that mailbox is read
 * @param within how long the whole way may take
 */
public record CanarySettings(
        @Nullable Duration every,
        @Nullable URI intake,
        @Nullable String clientKey,
        @Nullable String address,
        @NestedConfigurationProperty @DefaultValue ImapSettings imap,
        @DefaultValue("5m") Duration within) {

    /** @throws SettingRefused when it is to fly and not all is there that it needs */
    public boolean isSet() {
        if (every != null) {
            requireWay();
        }
        return every != null;
    }

    /** @throws SettingRefused when not all is there that one needs to fly, by schedule or by command */
    public void requireWay() {
        if (intake == null || !StringUtils.hasText(address) || !imap.isSet()) {
            throw new SettingRefused(
                    "The canary needs FORAMEN_CANARY_INTAKE, FORAMEN_CANARY_ADDRESS and FORAMEN_CANARY_IMAP_HOST.");
        }
    }
}
