package org.foramen.notifier.smtp;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/** An identity provider that grants tokens for the mail server, and knows which of them are still good. */
public final class TokenEndpoint implements AutoCloseable {

    public static final String CLIENT = "notifier";
    public static final String CLIENT_WITH_SHORT_TOKENS = "hurried-notifier";
    public static final String SCOPE = "smtp.send";

    /** Whom its tokens are for. */
    public static final String MAILBOX = "notifier@clinic.example";

    private static final String PATH = "token-path";
    private static final String FOR = "mailbox";
    private static final String EVERYTHING_OF_A_RESOURCE = "/.default";

    private final ServletWebServerApplicationContext context;
    private final String path;

    public TokenEndpoint(Duration lifetime, Duration shortLifetime) {
        this(
                "/oauth2/token",
                MAILBOX,
                client(CLIENT, lifetime, SCOPE),
                client(CLIENT_WITH_SHORT_TOKENS, shortLifetime, SCOPE));
    }

    /** As Microsoft's is: a token is for the resource whose {@code /.default} is asked for. */
    public TokenEndpoint(String path, String mailbox, String clientId, String... scopes) {
        this(path, mailbox, client(clientId, Duration.ofHours(1), scopes));
    }

    private TokenEndpoint(String path, String mailbox, RegisteredClient... clients) {
        this.path = path;
        context = (ServletWebServerApplicationContext) new SpringApplicationBuilder(Parts.class)
                .initializers(parts -> parts.getBeanFactory()
                        .registerSingleton("clients", new InMemoryRegisteredClientRepository(clients)))
                .properties(
                        "server.port=0",
                        "spring.config.name=none",
                        "spring.main.banner-mode=off",
                        PATH + "=" + path,
                        FOR + "=" + mailbox)
                .run();
    }

    public static String secretOf(String clientId) {
        return "secret-of-" + clientId;
    }

    public String uri() {
        return base() + path;
    }

    /** What lets the notifier fetch its tokens here. */
    public Map<String, String> settings() {
        return Map.of(
                "foramen.smtp.oauth.token-uri",
                uri(),
                "foramen.smtp.oauth.client-id",
                CLIENT,
                "foramen.smtp.oauth.client-secret",
                secretOf(CLIENT),
                "foramen.smtp.oauth.scope",
                SCOPE,
                "foramen.smtp.oauth.user",
                MAILBOX,
                "foramen.smtp.sign-in-first",
                "1s");
    }

    /** Where it is reached, such as {@code http://127.0.0.1:8080}. */
    public String base() {
        return "http://127.0.0.1:" + context.getWebServer().getPort();
    }

    /** Where a server asks whether a token is good. */
    public String introspection() {
        return base() + "/oauth2/introspect";
    }

    public GrantedTokens tokens() {
        return context.getBean(GrantedTokens.class);
    }

    /** What stands in the books after the mailbox's owner has agreed in a browser, and the refresh token that came of it. */
    String grantOfTheMailboxOwner(String clientId) {
        RegisteredClient client =
                context.getBean(RegisteredClientRepository.class).findByClientId(clientId);
        Instant now = Instant.now();
        String refreshToken = "granted-to-" + clientId;
        tokens().save(OAuth2Authorization.withRegisteredClient(client)
                .principalName("owner")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizedScopes(Set.of(SCOPE))
                .attribute(
                        Principal.class.getName(),
                        UsernamePasswordAuthenticationToken.authenticated("owner", "", Set.of()))
                .refreshToken(new OAuth2RefreshToken(refreshToken, now, now.plusSeconds(3600)))
                .build());
        return refreshToken;
    }

    private static RegisteredClient client(String id, Duration lifetime, String... scopes) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret("{noop}" + secretOf(id))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .scopes(all -> all.addAll(List.of(scopes)))
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(lifetime)
                        .reuseRefreshTokens(false)
                        .build())
                .build();
    }

    @Override
    public void close() {
        context.close();
    }

    /** No configuration by name, or the notifier would find it when it looks for its own. */
    @EnableWebSecurity
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class
    })
    static class Parts {

        @Bean
        SecurityFilterChain endpoints(HttpSecurity http) {
            return http.oauth2AuthorizationServer(Customizer.withDefaults()).build();
        }

        @Bean
        GrantedTokens authorizations() {
            return new GrantedTokens();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> forOneMailbox(Environment environment) {
            return token -> {
                token.getJwsHeader().algorithm(SignatureAlgorithm.ES256);
                token.getClaims().claim("mailbox", environment.getRequiredProperty(FOR));
                List<String> resources = token.getAuthorizedScopes().stream()
                        .filter(scope -> scope.endsWith(EVERYTHING_OF_A_RESOURCE))
                        .map(scope -> scope.substring(0, scope.length() - EVERYTHING_OF_A_RESOURCE.length()))
                        .toList();
                if (!resources.isEmpty()) {
                    token.getClaims().audience(resources);
                }
            };
        }

        @Bean
        AuthorizationServerSettings authorizationServerSettings(Environment environment) {
            return AuthorizationServerSettings.builder()
                    .tokenEndpoint(environment.getRequiredProperty(PATH))
                    .build();
        }

        @Bean
        JWKSource<SecurityContext> keys() throws Exception {
            ECKey key = new ECKeyGenerator(Curve.P_256).keyID("1").generate(); // whose signatures are short
            return new ImmutableJWKSet<>(new JWKSet(key));
        }
    }
}
