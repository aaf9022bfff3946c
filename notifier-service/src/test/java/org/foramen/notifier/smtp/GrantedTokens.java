package org.foramen.notifier.smtp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/** The books of an identity provider, which can take its tokens back. */
public final class GrantedTokens implements OAuth2AuthorizationService {

    private final OAuth2AuthorizationService all = new InMemoryOAuth2AuthorizationService();
    private final List<String> granted = new ArrayList<>();

    @Override
    public synchronized void save(OAuth2Authorization authorization) {
        all.save(authorization);
        if (authorization.getAccessToken() != null) {
            granted.add(authorization.getAccessToken().getToken().getTokenValue());
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        all.remove(authorization);
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return all.findById(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return all.findByToken(token, type);
    }

    public synchronized void beginToCount() {
        granted.clear();
    }

    /** How many tokens were granted since. */
    public synchronized int count() {
        return granted.size();
    }

    /** The last one that was granted. */
    synchronized String last() {
        return granted.get(granted.size() - 1);
    }

    public boolean isGood(String token) {
        OAuth2Authorization found = all.findByToken(token, OAuth2TokenType.ACCESS_TOKEN);
        return found != null && found.getAccessToken().isActive();
    }

    /** Takes back the last one. */
    public void revoke() {
        all.remove(all.findByToken(last(), OAuth2TokenType.ACCESS_TOKEN));
    }
}
