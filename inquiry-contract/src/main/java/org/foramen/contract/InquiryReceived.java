package org.foramen.contract;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.foramen.contract.details.Details;
import org.jspecify.annotations.Nullable;

/**
 * A visitor's inquiry was accepted: the one event that travels. Its {@code toString} shows the reference only.
 *
 * @param receivedAt when the intake accepted it
 * @param procedure the procedure chosen on the form, by its library id; null when none was chosen
 * @param region the part of the spine chosen on the form
 * @param message the visitor's own words, up to 5,000 characters, possibly empty
 * @param details what else was told, if anything
 * @param redFlags the signs of an emergency found in the message; empty when there are none
 * @param suspicions why the clinic should look twice, by the codes of {@link Suspicion}; mostly empty
 * @param tokenHash SHA-256 of the random token that its form was shown with, in base64url; null where it came without one
 */
public record InquiryReceived(
        InquiryId id,
        Instant receivedAt,
        InquiryKind kind,
        @Nullable String procedure,
        Region region,
        Person person,
        String message,
        @Nullable Details details,
        Consent consent,
        List<RedFlag> redFlags,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> suspicions,
        @Nullable String tokenHash) {

    private static final Pattern HASH = Pattern.compile("[A-Za-z0-9_-]{43}");

    public InquiryReceived {
        requireNonNull(id);
        requireNonNull(receivedAt);
        requireNonNull(kind);
        requireNonNull(region);
        requireNonNull(person);
        requireNonNull(message);
        requireNonNull(consent);
        redFlags = List.copyOf(redFlags);
        suspicions = suspicions == null ? List.of() : List.copyOf(suspicions); // older events have none
        tokenHash =
                tokenHash != null && HASH.matcher(tokenHash).matches() ? tokenHash : null; // no reason to lose anybody
    }

    /** One that came without a token. */
    public InquiryReceived(
            InquiryId id,
            Instant receivedAt,
            InquiryKind kind,
            @Nullable String procedure,
            Region region,
            Person person,
            String message,
            @Nullable Details details,
            Consent consent,
            List<RedFlag> redFlags,
            List<String> suspicions) {
        this(id, receivedAt, kind, procedure, region, person, message, details, consent, redFlags, suspicions, null);
    }

    /** The same with another suspicion. */
    public InquiryReceived suspectedOf(Suspicion suspicion) {
        return new InquiryReceived(
                id,
                receivedAt,
                kind,
                procedure,
                region,
                person,
                message,
                details,
                consent,
                redFlags,
                Stream.concat(suspicions.stream(), Stream.of(suspicion.wireName()))
                        .distinct()
                        .toList(),
                tokenHash);
    }

    public boolean urgent() {
        return !redFlags.isEmpty();
    }

    /** True when a robot may have sent it: the clinic decides. */
    public boolean suspected() {
        return !suspicions.isEmpty();
    }

    /** The gravest of the red flags. */
    public Level level() {
        return redFlags.stream()
                .map(RedFlag::level)
                .max(Comparator.naturalOrder())
                .orElse(Level.USUAL);
    }

    /** True when the message speaks of a wish to die: 988 comes first then, and no handout. */
    public boolean crisis() {
        return level() == Level.CRISIS;
    }

    @Override
    public String toString() {
        return "InquiryReceived[" + id.reference() + "]";
    }
}
