package org.foramen.notifier.console.signin.oidc;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.foramen.contract.digest.Sha256;
import org.foramen.notifier.console.signin.ReturnTo;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.web.util.WebUtils;

/**
 * Sign-ins that were begun and are now at the identity provider. They ride in an encrypted cookie, so that nothing is kept for
 * whoever only knocks, and any notifier can take the answer.
 */
final class PendingSignIns implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final String COOKIE = "foramen-pending";
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final String REDIRECT = "redirect";
    private static final String AUTHORIZE = "authorize";

    private final byte[] key;

    /** @param secret that every notifier has, and nobody else but the provider */
    PendingSignIns(String secret) {
        this.key = Sha256.of("foramen pending sign-in " + secret);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest begun, HttpServletRequest request, HttpServletResponse response) {
        if (begun == null) {
            forget(request, response);
            return;
        }
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .claim(OAuth2ParameterNames.STATE, begun.getState())
                .claim(OAuth2ParameterNames.CLIENT_ID, begun.getClientId())
                .claim(REDIRECT, begun.getRedirectUri())
                .claim(AUTHORIZE, begun.getAuthorizationUri())
                .claim(OidcParameterNames.NONCE, begun.getAttribute(OidcParameterNames.NONCE))
                .claim(PkceParameterNames.CODE_VERIFIER, begun.getAttribute(PkceParameterNames.CODE_VERIFIER))
                .claim(ReturnTo.PARAMETER, ReturnTo.page(request))
                .expirationTime(Date.from(Instant.now().plus(LONGEST)))
                .build();
        try {
            EncryptedJWT sealed = new EncryptedJWT(new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM), claims);
            sealed.encrypt(new DirectEncrypter(key));
            tell(request, response, sealed.serialize(), LONGEST);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) {
            return null;
        }
        try {
            EncryptedJWT sealed = EncryptedJWT.parse(cookie.getValue());
            sealed.decrypt(new DirectDecrypter(key));
            JWTClaimsSet claims = sealed.getJWTClaimsSet();
            if (Instant.now().isAfter(claims.getExpirationTime().toInstant())) {
                return null;
            }
            ReturnTo.remember(request, claims.getStringClaim(ReturnTo.PARAMETER));
            String state = claims.getStringClaim(OAuth2ParameterNames.STATE);
            return state.equals(request.getParameter(OAuth2ParameterNames.STATE)) ? begun(claims) : null;
        } catch (ParseException | JOSEException e) {
            return null; // not ours, or from before the secret was exchanged: it is begun again
        }
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest begun = loadAuthorizationRequest(request);
        forget(request, response);
        return begun;
    }

    private static OAuth2AuthorizationRequest begun(JWTClaimsSet claims) throws ParseException {
        String nonce = claims.getStringClaim(OidcParameterNames.NONCE);
        String verifier = claims.getStringClaim(PkceParameterNames.CODE_VERIFIER);
        return OAuth2AuthorizationRequest.authorizationCode()
                .clientId(claims.getStringClaim(OAuth2ParameterNames.CLIENT_ID))
                .authorizationUri(claims.getStringClaim(AUTHORIZE))
                .redirectUri(claims.getStringClaim(REDIRECT))
                .state(claims.getStringClaim(OAuth2ParameterNames.STATE))
                .scope(OidcScopes.OPENID)
                .attributes(attributes -> {
                    attributes.put(OAuth2ParameterNames.REGISTRATION_ID, IdentityProvider.ID);
                    attributes.put(OidcParameterNames.NONCE, nonce);
                    attributes.put(PkceParameterNames.CODE_VERIFIER, verifier);
                })
                .build();
    }

    private static void forget(HttpServletRequest request, HttpServletResponse response) {
        tell(request, response, "", Duration.ZERO);
    }

    /** Lax, for the provider leads back from another site. */
    private static void tell(
            HttpServletRequest request, HttpServletResponse response, String value, Duration lifetime) {
        String cookie = ResponseCookie.from(COOKIE, value)
                .path(ReturnTo.SIGN_IN)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(lifetime)
                .build()
                .toString();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie);
    }
}
