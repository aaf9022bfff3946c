package org.foramen.intake.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.foramen.base.SettingRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is asked of a form or a program, {@code foramen.abuse.*}. It holds secrets and shows none.
 *
 * @param tokenKey the file with the secret that submission tokens are signed with; several intakes share one; null means
 *     one made on first start
 * @param minTime how soon after it was shown a form may come back when its browser did the proof of work; without the
 *     proof it is three times that
 * @param maxTime how long a shown form may be sent
 * @param clientKeys the keys of other servers, which need no token
 * @param proofOfWork how many numbers a browser tries at most; 0 asks for none
 * @param perAddress how many inquiries an address may send in a {@code period}; 0 for no limit
 * @param perNetwork the same for a network, which is an IPv4 /24 or an IPv6 /48
 * @param atOnce how many posts an address may have under way; 0 for no limit
 * @param trustedProxies the networks whose {@code X-Forwarded-For} is believed
 * @param exempt the networks without limits; empty means this machine outside production mode, {@code none} nobody
 */
@ConfigurationProperties("foramen.abuse")
public record AbuseSettings(
        @Nullable Path tokenKey,
        @DefaultValue("3s") Duration minTime,
        @DefaultValue("24h") Duration maxTime,
        @DefaultValue List<String> clientKeys,
        @DefaultValue("50000") long proofOfWork,
        @DefaultValue("10") int perAddress,
        @DefaultValue("60") int perNetwork,
        @DefaultValue("10m") Duration period,
        @DefaultValue("20") int atOnce,
        @DefaultValue List<String> trustedProxies,
        @DefaultValue List<String> exempt) {

    private static final int SHORTEST_KEY = 32;

    public AbuseSettings {
        clientKeys = List.copyOf(clientKeys);
        trustedProxies = List.copyOf(trustedProxies);
        exempt = List.copyOf(exempt);
        if (clientKeys.stream().anyMatch(key -> key.length() < SHORTEST_KEY)) {
            throw new SettingRefused("FORAMEN_ABUSE_CLIENT_KEYS holds a key of fewer than " + SHORTEST_KEY
                    + " characters, which can be guessed.");
        }
    }

    @Override
    public String toString() {
        return "AbuseSettings[not shown]";
    }
}
