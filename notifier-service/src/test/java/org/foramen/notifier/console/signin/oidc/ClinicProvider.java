package org.foramen.notifier.console.signin.oidc;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** A clinic's identity provider (Spring Authorization Server), which puts into its ID tokens what a test says. */
final class ClinicProvider implements AutoCloseable {

    static final String CLIENT = "foramen-console";
    static final String SECRET = "what only the console and the provider know";
    static final String PERSON = "luz.marin";
    static final String PASSWORD = "password at the provider";

    private final ServletWebServerApplicationContext context;

    ClinicProvider() {
        context = (ServletWebServerApplicationContext) new SpringApplicationBuilder(Parts.class)
                .properties("server.port=0", "spring.config.name=none", "spring.main.banner-mode=off")
                .run();
    }

    /** Another host name than the console's, so that browsers keep their cookies apart. */
    String issuer() {
        return "http://127.0.0.1:" + context.getWebServer().getPort();
    }

    /** What is different about the next ID tokens. */
    void says(Consumer<JwtClaimsSet.Builder> claims) {
        context.getBean(Claims.class).add = claims;
    }

    void lets(String console) {
        context.getBean(InMemoryRegisteredClientRepository.class)
                .save(client().redirectUri(console + "/sign-in/oidc/back")
                        .postLogoutRedirectUri(console + "/signed-out")
                        .build());
    }

    @Override
    public void close() {
        context.close();
    }

    private static RegisteredClient.Builder client() {
        return RegisteredClient.withId("1")
                .clientId(CLIENT)
                .clientSecret("{noop}" + SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .scope("openid")
                .scope("profile");
    }

    private static final class Claims {

        private volatile Consumer<JwtClaimsSet.Builder> add = claims -> {};
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
            return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .oauth2ResourceServer(info -> info.jwt(Customizer.withDefaults()))
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        Claims claims() {
            return new Claims();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> told(Claims claims) {
            return token -> {
                if (token.getTokenType().getValue().equals("id_token")) {
                    claims.add.accept(token.getClaims());
                }
            };
        }

        @Bean
        UserDetailsService people() {
            return new InMemoryUserDetailsManager(
                    User.withUsername(PERSON).password("{noop}" + PASSWORD).build());
        }

        @Bean
        AuthorizationServerSettings authorizationServerSettings() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        InMemoryRegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(
                    client().redirectUri("http://localhost/nowhere").build());
        }

        @Bean
        JwtDecoder accessTokens(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
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
