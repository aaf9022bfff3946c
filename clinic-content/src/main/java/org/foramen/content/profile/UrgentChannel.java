package org.foramen.content.profile;

import java.util.List;
import org.foramen.content.file.InvalidEntry;

/**
 * Who else hears of an emergency that waits.
 *
 * @param also inboxes, three at most, best of another mail server than the clinic's
 */
public record UrgentChannel(List<String> also) {

    private static final int MOST = 3;

    public UrgentChannel {
        also = also == null ? List.of() : List.copyOf(also);
        if (also.size() > MOST) {
            throw new InvalidEntry("urgent", "names more than %d inboxes after 'also'".formatted(MOST));
        }
    }
}
