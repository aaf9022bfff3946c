package org.foramen.notifier.smtp;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Principal;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.web.SecurityFilterChain;

/** An identity provider that grants tokens for the mail server, and knows which of them are still good. */
final class TokenEndpoint implements AutoCloseable {

    static final String CLIENT = "notifier";
    static final String CLIENT_WITH_SHORT_TOKENS = "hurried-notifier";
    static final String SCOPE = "smtp.send";

    private final ServletWebServerApplicationContext context;

    TokenEndpoint(Duration lifetime, Duration shortLifetime) {
        context = (ServletWebServerApplicationContext) new SpringApplicationBuilder(Parts.class)
                .initializers(parts -> parts.getBeanFactory()
                        .registerSingleton(
                                "clients",
                                new InMemoryRegisteredClientRepository(
                                        client(CLIENT, lifetime), client(CLIENT_WITH_SHORT_TOKENS, shortLifetime))))
                .properties("server.port=0", "spring.config.name=none", "spring.main.banner-mode=off")
                .run();
    }

    static String secretOf(String clientId) {
        return "secret-of-" + clientId;
    }

    String uri() {
        return "http://127.0.0.1:" + context.getWebServer().getPort() + "/oauth2/token";
    }

    GrantedTokens tokens() {
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

    private static RegisteredClient client(String id, Duration lifetime) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret("{noop}" + secretOf(id))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .scope(SCOPE)
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
        AuthorizationServerSettings authorizationServerSettings() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        JWKSource<SecurityContext> keys() throws Exception {
            KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
            RSAKey key = new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey(pair.getPrivate())
                    .keyID("1")
                    .build();
            return new ImmutableJWKSet<>(new JWKSet(key));
        }
    }
}
