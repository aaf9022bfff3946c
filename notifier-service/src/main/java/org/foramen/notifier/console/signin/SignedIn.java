package org.foramen.notifier.console.signin;

import java.time.Instant;
import java.util.stream.Stream;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Somebody who signed in: all that a session keeps of them. */
public final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    /** The way of a user of the file who showed a password. */
    public static final String PASSWORD = "password";

    /** The way of one who showed a passkey. */
    public static final String PASSKEY = "passkey";

    private final String name;
    private final Role role;
    private final String way;
    private final String proof;
    private final Instant since;

    /**
     * @param name stands in the audit beside what was done
     * @param way in that they came
     * @param proof by which that way knows them again
     */
    public SignedIn(String name, Role role, String way, String proof, Instant since) {
        super(Stream.concat(
                        Stream.of(role.rights()).map(right -> new SimpleGrantedAuthority("ROLE_" + right)),
                        Stream.of(FactorGrantedAuthority.withAuthority(factor(way))
                                .issuedAt(since)
                                .build()))
                .toList());
        this.name = name;
        this.role = role;
        this.way = way;
        this.proof = proof;
        this.since = since;
        setAuthenticated(true);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Object getPrincipal() {
        return name;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    public Role role() {
        return role;
    }

    public String way() {
        return way;
    }

    /** False for who came from the identity provider, and for whom passkeys are not ours to keep. */
    public boolean isOfFile() {
        return way.equals(PASSWORD) || way.equals(PASSKEY);
    }

    public boolean byPasswordAlone() {
        return way.equals(PASSWORD);
    }

    public String proof() {
        return proof;
    }

    public Instant since() {
        return since;
    }

    private static String factor(String way) {
        return switch (way) {
            case PASSWORD -> FactorGrantedAuthority.PASSWORD_AUTHORITY;
            case PASSKEY -> FactorGrantedAuthority.WEBAUTHN_AUTHORITY;
            default -> FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY;
        };
    }

    @Override
    public String toString() {
        return "SignedIn[" + name + ", " + role.word() + ", " + way + "]";
    }
}
