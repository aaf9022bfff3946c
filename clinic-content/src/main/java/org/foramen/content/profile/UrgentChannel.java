package org.foramen.content.profile;

import java.util.ArrayList;
import java.util.List;
import org.foramen.content.file.InvalidEntry;
import org.foramen.content.file.MailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Who else hears of an emergency that waits.
 *
 * @param also inboxes, three at most, best of another mail server than the clinic's
 * @param webhooks programs, three at most
 */
public record UrgentChannel(List<String> also, List<UrgentWebhook> webhooks) {

    private static final int MOST = 3;

    public UrgentChannel(@Nullable List<String> also, @Nullable List<UrgentWebhook> webhooks) {
        this.also = also == null ? List.of() : List.copyOf(also);
        this.webhooks = webhooks == null ? List.of() : List.copyOf(webhooks);
        List<String> problems = new ArrayList<>();
        if (this.also.size() > MOST) {
            problems.add("there are more than %d inboxes after 'also'".formatted(MOST));
        }
        this.also.stream()
                .filter(inbox -> !MailAddress.isOne(inbox))
                .forEach(inbox -> problems.add("'%s' is not an e-mail address".formatted(inbox)));
        if (this.webhooks.size() > MOST) {
            problems.add("there are more than %d webhooks".formatted(MOST));
        }
        if (this.webhooks.stream().map(UrgentWebhook::name).distinct().count() < this.webhooks.size()) {
            problems.add("two webhooks have one name");
        }
        this.webhooks.forEach(webhook -> problems.addAll(webhook.problems()));
        if (!problems.isEmpty()) {
            throw new InvalidEntry("urgent", "cannot be used: " + String.join("; ", problems));
        }
    }
}
