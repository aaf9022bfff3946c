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
 * @param tokenKey the file with the secret that submission tokens are signed with, the same for all intakes; nothing: one
 *     made on first start
 * @param minTime a form that comes back sooner is shown again with all that was typed; three times that without proof of
 *     work
 * @param maxTime a form that comes back later is shown again
 * @param clientKeys keys of 32 characters or more for other servers, which then need no token
 * @param proofOfWork how many sums a browser does at most while a person types; 0: none
 * @param perAddress inquiries in a period from an IPv4 address or IPv6 /64; 0: no limit
 * @param perNetwork inquiries in a period from an IPv4 /24 or IPv6 /48; 0: no limit
 * @param period the period that both are counted in
 * @param atOnce posts under way from an address; three times as many from a network, five times as many from all; 0: no limit
 * @param trustedProxies networks such as {@code 10.0.0.0/8} whose {@code X-Forwarded-For} is believed
 * @param exempt networks without these limits; nothing: this machine, in production mode nobody; {@code none}: nobody
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
