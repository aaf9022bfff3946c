package org.foramen.intake.limits;

import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.foramen.intake.settings.AbuseSettings;
import org.springframework.stereotype.Component;

/**
 * How many posts each address has under way, each network, and all together, so that slow ones never hold all threads: one who
 * has many networks holds up other posts, and no page.
 */
@Component
public class ConcurrentPosts {

    private static final int OF_NETWORK = 3;
    private static final int OF_ALL = 5;
    private static final ByteBuffer ALL = ByteBuffer.allocate(0).asReadOnlyBuffer();

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
        boolean first = count(client.address()) <= most;
        boolean second = count(client.network()) <= OF_NETWORK * most;
        boolean third = count(ALL) <= OF_ALL * most;
        if (first && second && third) {
            return true;
        }
        leave(client);
        return false;
    }

    public void leave(Client client) {
        Stream.of(client.address(), client.network(), ALL)
                .forEach(counted -> underWay.computeIfPresent(counted, (who, count) -> count > 1 ? count - 1 : null));
    }

    private int count(ByteBuffer counted) {
        return underWay.merge(counted, 1, Integer::sum);
    }
}
