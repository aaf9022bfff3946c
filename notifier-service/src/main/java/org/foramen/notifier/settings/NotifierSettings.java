package org.foramen.notifier.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.foramen.base.Mode;
import org.foramen.base.SettingRefused;
import org.foramen.base.TopicSettings;
import org.foramen.contract.wire.Topics;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The notifier's own settings, {@code foramen.*}.
 *
 * @param mode {@code production} starts only with keys and passwords that were given
 * @param content the folder that clinic staff edit
 * @param data where the ledger stands when it is a file, and the keys when none are given
 * @param sealKeys the file with the private keys; nothing: a pair made on first start
 * @param traces where traces are sent as OTLP over HTTP, such as {@code http://collector:4318/v1/traces}; nothing: none are
 *     made
 */
@ConfigurationProperties("foramen")
public record NotifierSettings(
        @DefaultValue("development") Mode mode,
        @DefaultValue("content") Path content,
        @DefaultValue("data") Path data,
        @Nullable Path sealKeys,
        @Nullable URI traces,
        @DefaultValue Library library,
        @NestedConfigurationProperty @DefaultValue TopicSettings topic,
        @DefaultValue Outcomes outcomes,
        @NestedConfigurationProperty @DefaultValue WebhookSettings webhooks,
        @DefaultValue Smtp smtp,
        @DefaultValue Retry retry,
        @NestedConfigurationProperty @DefaultValue BounceSettings bounces,
        @NestedConfigurationProperty @DefaultValue CanarySettings canary,
        @DefaultValue Reconciliation reconciliation,
        @DefaultValue Limits limits,
        @NestedConfigurationProperty @DefaultValue DigestSettings digest,
        @DefaultValue Console console) {

    public NotifierSettings {
        if (topic.retention().compareTo(retry.patientFor()) <= 0) {
            throw new SettingRefused("FORAMEN_TOPIC_RETENTION is not longer than FORAMEN_RETRY_PATIENT_FOR:"
                    + " inquiries would be gone before their mails are given up.");
        }
    }

    public boolean production() {
        return mode == Mode.PRODUCTION;
    }

    /** True when only handouts go out that a clinician has approved; else, or without any, a letter without medical words. */
    public boolean requireApproval() {
        return mode.requiresApproval(library.requireApproval());
    }

    /** @param topic where it is published what became of inquiries: ids, levels and states; nothing: it is not */
    public record Outcomes(@DefaultValue(Topics.OUTCOMES) String topic) {}

    /** @param requireApproval true: only texts that a clinician approved are shown and mailed; nothing: in production */
    public record Library(@Nullable Boolean requireApproval) {}

    /**
     * How the mail server is spoken to. Host, port and sign-in are Spring's own {@code spring.mail.*}.
     *
     * @param allowPlaintext true: mail passes without TLS to a server that is not this machine
     * @param connectTimeout how long a connection to the mail server may take
     * @param readTimeout how long the mail server may take for each answer but the last
     * @param finalTimeout how long it may take for the answer to a mail's final dot; RFC 5321 asks for ten minutes
     * @param totalDeadline how long it may take for one mail as a whole, and for one look into a mailbox; a server that drips is cut off
     * @param connections mails handed over at once to the clinic, and as many to patients
     * @param ehloName who we say we are in EHLO; nothing: this machine's name
     * @param signInFirst the pause after a refused sign-in; it doubles with each
     * @param signInLongest the longest pause between two tries to sign in
     * @param oauth how an access token is got, where the mail server wants one
     */
    public record Smtp(
            @DefaultValue("false") boolean allowPlaintext,
            @DefaultValue("10s") Duration connectTimeout,
            @DefaultValue("60s") Duration readTimeout,
            @DefaultValue("5m") Duration finalTimeout,
            @DefaultValue("6m") Duration totalDeadline,
            @DefaultValue("3") int connections,
            @Nullable String ehloName,
            @DefaultValue("30s") Duration signInFirst,
            @DefaultValue("10m") Duration signInLongest,
            @NestedConfigurationProperty @DefaultValue OAuthSettings oauth) {}

    /**
     * When a mail is tried again.
     *
     * @param first the pause after the first temporary answer; it doubles with each
     * @param longest the longest pause between two tries
     * @param patientFor how long a patient's mail is tried; then the clinic is told
     * @param clinicFallbackAfter how long a clinic's inbox may put a mail off, as one that is full does; then the fallback
     *     inbox gets it too; an emergency's: 10 minutes at most
     * @param unknownAfter the pause after an answer that never came
     * @param serverFirst the pause after the mail server was away; it doubles with each look
     * @param serverLongest the longest pause between two looks at a mail server that is away
     * @param poll how often the ledger is asked what is due
     */
    public record Retry(
            @DefaultValue("1m") Duration first,
            @DefaultValue("4h") Duration longest,
            @DefaultValue("72h") Duration patientFor,
            @DefaultValue("1h") Duration clinicFallbackAfter,
            @DefaultValue("10m") Duration unknownAfter,
            @DefaultValue("1s") Duration serverFirst,
            @DefaultValue("1m") Duration serverLongest,
            @DefaultValue("5s") Duration poll) {

        private static final Duration EMERGENCY = Duration.ofMinutes(10);

        public Duration clinicFallbackAfter(boolean emergency) {
            return emergency && clinicFallbackAfter.compareTo(EMERGENCY) > 0 ? EMERGENCY : clinicFallbackAfter;
        }
    }

    /**
     * How it is proven that each inquiry has its mails.
     *
     * @param interval how often topic and ledger are held against each other
     * @param oweAtMost up to so many missing mails are owed anew; where more are missing, none are: the ledger is lost, and a
     *     person must look
     * @param oweWithin so long after an inquiry came its missing mails are owed anew; where older ones are missing, none are
     */
    public record Reconciliation(
            @DefaultValue("1m") Duration interval,
            @DefaultValue("50") int oweAtMost,
            @DefaultValue("1d") Duration oweWithin) {

        public Reconciliation {
            if (oweAtMost < 0) {
                throw new SettingRefused("FORAMEN_RECONCILIATION_OWE_AT_MOST is less than 0.");
            }
        }
    }

    /** @param patientMailsPerDay how many mails one address gets in a day (UTC); 0: no limit */
    public record Limits(@DefaultValue("3") int patientMailsPerDay) {}

    /**
     * The pages for people who work here.
     *
     * @param users the file of those who may sign in to the console; nothing: one operator, whose password is made on first
     *     start
     * @param trustedProxies networks such as {@code 10.0.0.0/8} whose X-Forwarded-For is believed
     * @param address where staff open it, such as {@code https://console.clinic.example}; nothing: no mail links there
     * @param passwords false: nobody signs in with a password, only at the identity provider
     * @param passkeys true: users of the file may sign in by a passkey, which is good for the host of {@code address}
     * @param secondFactor true: a password alone opens nothing; users of the file present a passkey
     * @param signedInFor how long after sign-in everybody must sign in again, busy or not
     * @param oidc the identity provider that staff sign in at
     */
    public record Console(
            @Nullable Path users,
            @DefaultValue List<String> trustedProxies,
            @Nullable URI address,
            @DefaultValue("true") boolean passwords,
            @DefaultValue("false") boolean passkeys,
            @DefaultValue("false") boolean secondFactor,
            @DefaultValue("12h") Duration signedInFor,
            @NestedConfigurationProperty @DefaultValue OidcSettings oidc) {

        public Console {
            if (!passwords && !oidc.isSet()) {
                throw new SettingRefused(
                        "FORAMEN_CONSOLE_PASSWORDS is false and FORAMEN_CONSOLE_OIDC_ISSUER is not set:"
                                + " nobody could sign in to the console.");
            }
            if (passkeys && !passwords) {
                throw new SettingRefused("FORAMEN_CONSOLE_PASSKEYS is true and FORAMEN_CONSOLE_PASSWORDS is false:"
                        + " passkeys are for users of the file.");
            }
            if (passkeys && (address == null || !SafeEndpoint.isNamed(address))) {
                throw new SettingRefused("FORAMEN_CONSOLE_PASSKEYS is true: FORAMEN_CONSOLE_ADDRESS must be the https"
                        + " address that staff open, with a name and not a number, as https://console.clinic.example.");
            }
            if (secondFactor && !passkeys) {
                throw new SettingRefused("FORAMEN_CONSOLE_SECOND_FACTOR is true and FORAMEN_CONSOLE_PASSKEYS is not:"
                        + " nobody could present a passkey.");
            }
        }

        /** What browsers call the site: the address without a path, or a port that its scheme has anyway. */
        public URI origin() {
            if (address == null) {
                throw new SettingRefused("FORAMEN_CONSOLE_ADDRESS is missing.");
            }
            boolean usualPort = address.getPort() == ("https".equals(address.getScheme()) ? 443 : 80);
            String port = address.getPort() < 0 || usualPort ? "" : ":" + address.getPort();
            return URI.create((address.getScheme() + "://" + address.getHost() + port).toLowerCase(Locale.ROOT));
        }
    }
}
