package org.foramen.notifier.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told by HTTP what becomes of inquiries, {@code foramen.webhooks.*}.
 *
 * @param targets numbered from 0: {@code FORAMEN_WEBHOOKS_TARGETS_0_NAME}, and so {@code _URL}, {@code _SECRET}, {@code
 *     _OLDSECRET}, {@code _EVENTS} and {@code _LEVELS}, see [integrations.md](integrations.md#webhooks); nothing: only those of
 *     {@code clinic.yml} are told
 * @param secrets what is signed with, by the name that {@code clinic.yml} gives it: {@code FORAMEN_WEBHOOKS_SECRETS_TELEPHONE}
 * @param allowPrivate true: also addresses of this machine, of its networks and of private ones
 * @param allowPlaintext true: also {@code http} addresses
 * @param timeout how long a target may take for its answer
 * @param first the pause after the first failure; it doubles with each
 * @param longest the longest pause between two tries
 * @param tryFor how long it is tried
 */
public record WebhookSettings(
        @DefaultValue List<WebhookTarget> targets,
        @DefaultValue Map<String, String> secrets,
        @DefaultValue("false") boolean allowPrivate,
        @DefaultValue("false") boolean allowPlaintext,
        @DefaultValue("15s") Duration timeout,
        @DefaultValue("5s") Duration first,
        @DefaultValue("4h") Duration longest,
        @DefaultValue("72h") Duration tryFor) {

    /** The pause after so many failures. */
    public Duration pauseAfter(int attempts) {
        Duration pause = first.multipliedBy(1L << Math.min(20, Math.max(0, attempts - 1)));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "WebhookSettings" + targets;
    }
}
