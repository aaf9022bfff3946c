package org.foramen.notifier.settings;

import java.net.URI;
import java.nio.file.Path;
import org.foramen.base.SettingRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * How an access token for the mail server is got, {@code foramen.smtp.oauth.*}. Without a token endpoint a password signs in,
 * or nobody does.
 *
 * @param tokenUri the token endpoint; nothing: no OAuth
 * @param clientId the name under which the token endpoint knows us
 * @param clientSecret what proves that we are it
 * @param clientSecretFile a file that holds the secret, instead; read anew for each token
 * @param scope what the token is to allow, such as {@code https://outlook.office365.com/.default}
 * @param refreshToken what the mailbox's owner has granted, as Gmail wants it; nothing: client credentials
 * @param user the mailbox that sends; nothing: {@code SPRING_MAIL_USERNAME}
 */
public record OAuthSettings(
        @Nullable URI tokenUri,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable Path clientSecretFile,
        @Nullable String scope,
        @Nullable String refreshToken,
        @Nullable String user) {

    public boolean isSet() {
        return tokenUri != null && StringUtils.hasText(tokenUri.toString());
    }

    public URI tokenEndpoint() {
        if (tokenUri == null || tokenUri.getHost() == null || !SafeEndpoint.is(tokenUri)) {
            throw new SettingRefused("FORAMEN_SMTP_OAUTH_TOKEN_URI is no https address.");
        }
        return tokenUri;
    }

    public String client() {
        if (!StringUtils.hasText(clientId)) {
            throw new SettingRefused("FORAMEN_SMTP_OAUTH_CLIENT_ID is missing.");
        }
        return clientId;
    }

    /** Reads the file anew each time, so that a secret can be exchanged without a restart. */
    public String secret() {
        return SafeEndpoint.secret("FORAMEN_SMTP_OAUTH_CLIENT_SECRET", clientSecretFile, clientSecret);
    }

    @Override
    public String toString() {
        return "OAuthSettings[" + tokenUri + "]";
    }
}
