package org.foramen.notifier.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.foramen.base.Mode;
import org.foramen.base.TopicSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The notifier's own settings, {@code foramen.*}.
 *
 * @param mode what is made up when it is not given, and what is demanded
 * @param content the folder that clinic staff edit
 * @param data where printed handouts stand, and the ledger when it is a file
 * @param sealKeys the file with the private keys; null means a pair made on first start under {@code data}
 * @param traces where traces are sent; null: none are made
 */
@ConfigurationProperties("foramen")
public record NotifierSettings(
        @DefaultValue("development") Mode mode,
        @DefaultValue("content") Path content,
        @DefaultValue("data") Path data,
        @Nullable Path sealKeys,
        @Nullable URI traces,
        @DefaultValue Library library,
        @DefaultValue TopicSettings topic,
        @DefaultValue Smtp smtp,
        @DefaultValue Retry retry,
        @DefaultValue BounceSettings bounces,
        @DefaultValue Books reconciliation,
        @DefaultValue Limits limits,
        @DefaultValue Digest digest,
        @DefaultValue Console console) {

    public NotifierSettings {
        if (topic.retention().compareTo(retry.patientFor()) <= 0) {
            throw new IllegalArgumentException(
                    "FORAMEN_TOPIC_RETENTION is not longer than FORAMEN_RETRY_PATIENT_FOR: inquiries would be gone before their mails are given up");
        }
    }

    public boolean production() {
        return mode == Mode.PRODUCTION;
    }

    /** @param requireApproval true sends only handouts that a clinician has approved, else the general leaflet */
    public record Library(@DefaultValue("false") boolean requireApproval) {}

    /**
     * How the mail server is spoken to. Host, port and sign-in are Spring's own {@code spring.mail.*}.
     *
     * @param allowPlaintext true lets mail pass without TLS to a server that is not this machine
     * @param connectTimeout for the connection
     * @param readTimeout for each answer but the last
     * @param finalTimeout for the answer to the final dot; RFC 5321 asks for ten minutes
     * @param totalDeadline for one mail as a whole; a server that drips is cut off
     * @param idleLimit how long an unused connection is kept
     * @param mailsPerConnection after so many a new connection is opened
     * @param connections how many mails are handed over at once, for each of the two groups
     * @param ehloName who we say we are; null: this machine's name
     * @param signInFirst the pause after the first refused sign-in; it doubles with each
     * @param signInLongest the longest pause between two tries to sign in
     * @param oauth how an access token is got, where the mail server wants one
     */
    public record Smtp(
            @DefaultValue("false") boolean allowPlaintext,
            @DefaultValue("10s") Duration connectTimeout,
            @DefaultValue("60s") Duration readTimeout,
            @DefaultValue("5m") Duration finalTimeout,
            @DefaultValue("6m") Duration totalDeadline,
            @DefaultValue("20s") Duration idleLimit,
            @DefaultValue("100") int mailsPerConnection,
            @DefaultValue("3") int connections,
            @Nullable String ehloName,
            @DefaultValue("30s") Duration signInFirst,
            @DefaultValue("10m") Duration signInLongest,
            @DefaultValue OAuthSettings oauth) {}

    /**
     * When a mail is tried again.
     *
     * @param first the pause after the first temporary answer; it doubles with each
     * @param longest the longest pause between two tries
     * @param patientFor how long a patient's mail is tried before the clinic is told
     * @param clinicFallbackAfter how long a clinic's inbox may put a mail off before the fallback inbox gets it too; an emergency's
     *     no longer than 10 minutes
     * @param unknownAfter the pause after an answer that never came
     * @param unknownTries how often such a mail is sent again
     * @param serverFirst the pause after the mail server was away for the first time; it doubles with each
     * @param serverLongest the longest pause between two looks at a mail server that is away
     * @param lease a try whose notifier says nothing for so long was cut off by a crash
     * @param poll how often the ledger is asked what is due
     */
    public record Retry(
            @DefaultValue("1m") Duration first,
            @DefaultValue("4h") Duration longest,
            @DefaultValue("72h") Duration patientFor,
            @DefaultValue("1h") Duration clinicFallbackAfter,
            @DefaultValue("10m") Duration unknownAfter,
            @DefaultValue("2") int unknownTries,
            @DefaultValue("1s") Duration serverFirst,
            @DefaultValue("1m") Duration serverLongest,
            @DefaultValue("30s") Duration lease,
            @DefaultValue("5s") Duration poll) {

        private static final Duration EMERGENCY = Duration.ofMinutes(10);

        public Duration clinicFallbackAfter(boolean emergency) {
            return emergency && clinicFallbackAfter.compareTo(EMERGENCY) > 0 ? EMERGENCY : clinicFallbackAfter;
        }
    }

    /**
     * How the reconciliation works.
     *
     * @param interval how often the topic and the ledger are held against each other
     * @param oweAtMost up to so many missing mails are owed anew; where more are missing, a person must look first
     * @param oweWithin so long after an inquiry came its missing mails are owed anew; then a person must look first
     */
    public record Books(
            @DefaultValue("1m") Duration interval,
            @DefaultValue("50") int oweAtMost,
            @DefaultValue("1d") Duration oweWithin) {

        public Books {
            if (oweAtMost < 0) {
                throw new IllegalArgumentException("FORAMEN_RECONCILIATION_OWE_AT_MOST is less than 0");
            }
        }
    }

    /** @param patientMailsPerDay how many mails one address gets in a day (UTC); 0 means as many as are asked for */
    public record Limits(@DefaultValue("3") int patientMailsPerDay) {}

    /** @param at when the clinic is told of the day before, by the clinic's clock; null means never */
    public record Digest(@Nullable LocalTime at) {}

    /**
     * The pages for people who work here.
     *
     * @param users the file of those who may sign in; null means one operator whose password is made on first start
     * @param trustedProxies networks such as {@code 10.0.0.0/8} whose X-Forwarded-For is believed; empty: nobody's
     */
    public record Console(@Nullable Path users, @DefaultValue List<String> trustedProxies) {}
}
