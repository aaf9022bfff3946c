package org.foramen.intake.limits;

import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.foramen.intake.settings.AbuseSettings;
import org.springframework.stereotype.Component;

/** How many posts each address has under way, so that nobody holds all threads with slow ones. */
@Component
public class ConcurrentPosts {

    private final ConcurrentMap<ByteBuffer, Integer> underWay = new ConcurrentHashMap<>();
    private final int most;

    ConcurrentPosts(AbuseSettings settings) {
        this.most = settings.atOnce();
    }

    /** Counts one in; false when there are too many. What came in must {@link #leave}. */
    public boolean enter(Client client) {
        if (most <= 0 || client.exempt()) {
            return true;
        }
        if (underWay.merge(client.address(), 1, Integer::sum) <= most) {
            return true;
        }
        leave(client);
        return false;
    }

    public void leave(Client client) {
        underWay.computeIfPresent(client.address(), (who, count) -> count > 1 ? count - 1 : null);
    }
}
