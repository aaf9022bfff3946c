package org.foramen.notifier.console.signin.oidc;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.foramen.notifier.settings.OidcSettings;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** What we ask the identity provider after somebody came back from it; none of it waits for long. */
final class ProviderCalls implements JwtDecoderFactory<ClientRegistration> {

    private final ClientHttpRequestFactory patience = patience(IdentityProvider.PATIENCE);
    private final OidcSettings settings;

    ProviderCalls(OidcSettings settings) {
        this.settings = settings;
    }

    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens() {
        RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(patience)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return tokens;
    }

    /** Reads who it is from token and user info, and refuses whoever has no role here. */
    OAuth2UserService<OidcUserRequest, OidcUser> people() {
        RestTemplate rest = new RestTemplate(patience);
        rest.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        DefaultOAuth2UserService info = new DefaultOAuth2UserService();
        info.setRestOperations(rest);
        OidcUserService people = new OidcUserService();
        people.setOauth2UserService(info);
        return request -> {
            OidcUser user = people.loadUser(request);
            if (StaffMember.of(user.getClaims(), settings).isEmpty()) {
                throw new OAuth2AuthenticationException(
                        new OAuth2Error(SignInRefusal.NO_ROLE),
                        "the claim %s of this account gives no role, or no claim a name"
                                .formatted(settings.rolesClaim()));
            }
            return user;
        };
    }

    /** Takes each signature that the provider says it makes with a key pair. */
    @Override
    public JwtDecoder createDecoder(ClientRegistration provider) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(
                        requireNonNull(provider.getProviderDetails().getJwkSetUri(), "jwks_uri"))
                .restOperations(new RestTemplate(patience))
                .jwsAlgorithms(algorithms -> algorithms.addAll(signatures(provider)))
                .build();
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(), new OidcIdTokenValidator(provider)));
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        return decoder;
    }

    private static Set<SignatureAlgorithm> signatures(ClientRegistration provider) {
        Object told =
                provider.getProviderDetails().getConfigurationMetadata().get("id_token_signing_alg_values_supported");
        Set<SignatureAlgorithm> signatures = new HashSet<>();
        for (Object name : told instanceof List<?> names ? names : List.of()) {
            SignatureAlgorithm signature = SignatureAlgorithm.from(String.valueOf(name));
            if (signature != null) {
                signatures.add(signature);
            }
        }
        return signatures.isEmpty() ? Set.of(SignatureAlgorithm.RS256) : signatures;
    }

    private static ClientHttpRequestFactory patience(Duration longest) {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(longest);
        requests.setReadTimeout(longest);
        return requests;
    }
}
