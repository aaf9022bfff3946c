package org.foramen.intake.limits;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.foramen.intake.settings.AbuseSettings;
import org.foramen.intake.settings.IntakeSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The keys by which other servers are known, as {@code Authorization: Bearer <key>}. */
@Component
public class ClientKeys {

    private static final Logger log = LoggerFactory.getLogger(ClientKeys.class);
    private static final String SCHEME = "Bearer ";

    private final List<byte[]> keys;
    private final boolean open;

    ClientKeys(AbuseSettings abuse, IntakeSettings intake) {
        this.keys = abuse.clientKeys().stream().map(ClientKeys::bytes).toList();
        this.open = keys.isEmpty() && !intake.production();
        if (open) {
            log.warn("The API takes inquiries from everybody, without token or client key:"
                    + " that ends with FORAMEN_MODE=production or with FORAMEN_ABUSE_CLIENT_KEYS");
        }
    }

    /** True when programs need neither token nor key. */
    public boolean areNeedless() {
        return open;
    }

    /**
     * The key that a server gave, if it is one of ours; it scopes what its sender names itself. Takes as long for a wrong
     * key as for a right one.
     */
    public Optional<String> find(@Nullable String authorization) {
        String given = Objects.requireNonNullElse(authorization, "");
        boolean scheme = given.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        String key = scheme ? given.substring(SCHEME.length()).strip() : "";
        boolean known = false;
        for (byte[] one : keys) {
            known |= MessageDigest.isEqual(one, bytes(key));
        }
        return known ? Optional.of(key) : Optional.empty();
    }

    private static byte[] bytes(String key) {
        return key.strip().getBytes(StandardCharsets.UTF_8);
    }
}
