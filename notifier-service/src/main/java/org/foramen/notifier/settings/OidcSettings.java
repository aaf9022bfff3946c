package org.foramen.notifier.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.foramen.base.SettingRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * The identity provider that staff sign in at (OpenID Connect), {@code foramen.console.oidc.*}.
 *
 * @param issuer its address, exactly as it names itself, such as {@code https://login.clinic.example/realms/clinic}; nothing:
 *     there is none
 * @param clientId the name under which it knows the console
 * @param clientSecret what proves that we are it
 * @param clientSecretFile a file that holds the secret, instead; read at the start
 * @param scopes what is asked for, with {@code openid} among it; nothing: {@code openid,profile}
 * @param nameClaim the claim with the name that stands in the audit; without it the e-mail address does, or the subject
 * @param rolesClaim the claim with a person's groups or roles; dots lead into it, as in {@code realm_access.roles}
 * @param operators values of that claim that make an operator
 * @param desk values that make one of the front desk
 * @param viewers values that make a viewer
 */
public record OidcSettings(
        @Nullable URI issuer,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable Path clientSecretFile,
        @DefaultValue({"openid", "profile"}) List<String> scopes,
        @DefaultValue("preferred_username") String nameClaim,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue("operator") List<String> operators,
        @DefaultValue("desk") List<String> desk,
        @DefaultValue("viewer") List<String> viewers) {

    private static final String SETTING = "FORAMEN_CONSOLE_OIDC_";

    public boolean isSet() {
        return issuer != null && StringUtils.hasText(issuer.toString());
    }

    /** @throws SettingRefused when what signs people in would pass in the clear */
    public URI provider() {
        if (issuer == null || issuer.getHost() == null || !SafeEndpoint.is(issuer)) {
            throw new SettingRefused(SETTING + "ISSUER is no https address.");
        }
        return issuer;
    }

    public String client() {
        if (!StringUtils.hasText(clientId)) {
            throw new SettingRefused(SETTING + "CLIENT_ID is missing.");
        }
        return clientId;
    }

    public String secret() {
        return SafeEndpoint.secret(SETTING + "CLIENT_SECRET", clientSecretFile, clientSecret);
    }

    @Override
    public String toString() {
        return "OidcSettings[" + issuer + "]";
    }
}
