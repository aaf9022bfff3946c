package org.foramen.notifier.webhook;

import static java.util.stream.Collectors.toMap;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.foramen.base.SettingRefused;
import org.foramen.content.ClinicContent;
import org.foramen.content.profile.UrgentWebhook;
import org.foramen.contract.Level;
import org.foramen.notifier.outcome.OutcomeKind;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.settings.WebhookSettings;
import org.foramen.notifier.settings.WebhookTarget;
import org.springframework.stereotype.Component;

/** Who is told by HTTP: the targets of the settings, and those of {@code clinic.yml}, which hear of emergencies only. */
@Component
class WebhookTargets {

    private static final List<String> ALARMS = List.of(OutcomeKind.URGENT.wireName(), OutcomeKind.OVERDUE.wireName());
    private static final List<String> EMERGENCIES =
            Level.emergencies().map(Level::wireName).toList();

    private final List<WebhookTarget> all;

    /** @throws SettingRefused when one cannot be told, or two have one name */
    WebhookTargets(NotifierSettings settings, ClinicContent content) {
        WebhookSettings webhooks = settings.webhooks();
        this.all = Stream.concat(
                        webhooks.targets().stream(),
                        content.clinic().urgentWebhooks().stream().map(one -> ofClinic(one, webhooks)))
                .toList();
        all.forEach(WebhookTargets::requireKnown);
        all.stream()
                .collect(toMap(WebhookTarget::name, target -> 1, Integer::sum))
                .forEach((name, times) -> {
                    if (times > 1) {
                        throw new SettingRefused("FORAMEN_WEBHOOKS_TARGETS and clinic.yml: %d webhooks are called %s."
                                .formatted(times, name));
                    }
                });
    }

    List<WebhookTarget> all() {
        return all;
    }

    private static WebhookTarget ofClinic(UrgentWebhook webhook, WebhookSettings settings) {
        String secret = settings.secrets().get(webhook.secret());
        if (secret == null) {
            throw new SettingRefused("clinic.yml: the webhook %s needs its secret in FORAMEN_WEBHOOKS_SECRETS_%s."
                    .formatted(webhook.name(), webhook.secret().toUpperCase(Locale.ROOT)));
        }
        return new WebhookTarget(webhook.name(), URI.create(webhook.url()), secret, null, ALARMS, EMERGENCIES);
    }

    private static void requireKnown(WebhookTarget target) {
        requireKnown(
                target,
                "EVENTS",
                target.events(),
                Stream.of(OutcomeKind.values()).map(OutcomeKind::wireName).toList());
        requireKnown(
                target,
                "LEVELS",
                target.levels(),
                Stream.of(Level.values()).map(Level::wireName).toList());
    }

    private static void requireKnown(WebhookTarget target, String setting, List<String> asked, List<String> known) {
        if (!known.containsAll(asked)) {
            throw new SettingRefused("FORAMEN_WEBHOOKS_TARGETS: the %s of %s are some of %s."
                    .formatted(setting, target.name(), String.join(", ", known)));
        }
    }
}
