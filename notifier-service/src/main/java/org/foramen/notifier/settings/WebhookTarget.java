package org.foramen.notifier.settings;

import java.net.URI;
import java.util.Base64;
import java.util.List;
import org.foramen.base.SettingRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * One who is told by HTTP.
 *
 * @param name what it is called here, such as {@code telephone}; the ledger knows it by this
 * @param url where to; it may be a secret itself
 * @param secret what is signed with: {@code whsec_} and 24 to 64 bytes in Base64
 * @param oldSecret signs as well while the target changes to the new one; nothing: none does
 * @param events the kinds that it is told; nothing: all
 * @param levels only of inquiries of these levels; nothing: of all
 */
public record WebhookTarget(
        String name,
        URI url,
        String secret,
        @Nullable String oldSecret,
        @DefaultValue List<String> events,
        @DefaultValue List<String> levels) {

    private static final String SETTING = "FORAMEN_WEBHOOKS_TARGETS";
    private static final String PREFIX = "whsec_";

    public WebhookTarget {
        if (name == null || !name.matches("[a-z0-9-]{1,32}")) {
            throw new SettingRefused(SETTING + ": each needs a NAME of small letters, digits and dashes.");
        }
        if (url == null || url.getHost() == null || url.getUserInfo() != null || !isHttp(url)) {
            throw new SettingRefused(SETTING + ": the URL of " + name + " is no https address.");
        }
        if (!isSecret(secret) || StringUtils.hasText(oldSecret) && !isSecret(oldSecret)) {
            throw new SettingRefused(
                    SETTING + ": a SECRET of " + name + " is not whsec_ and 24 to 64 bytes in Base64.");
        }
    }

    /** The keys to sign with, the new one first. */
    public List<byte[]> keys() {
        return oldSecret == null || oldSecret.isBlank() ? List.of(key(secret)) : List.of(key(secret), key(oldSecret));
    }

    /** @param level null when it is not known any more */
    public boolean wants(String kind, @Nullable String level) {
        return (events.isEmpty() || events.contains(kind))
                && (levels.isEmpty() || level != null && levels.contains(level));
    }

    public boolean isEncrypted() {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    private static boolean isHttp(URI url) {
        return "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
    }

    private static boolean isSecret(@Nullable String secret) {
        try {
            return secret != null && secret.startsWith(PREFIX) && key(secret).length >= 24 && key(secret).length <= 64;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] key(String secret) {
        return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    }

    @Override
    public String toString() {
        return "WebhookTarget[" + name + "]";
    }
}
