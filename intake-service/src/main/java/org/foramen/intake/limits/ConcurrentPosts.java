package org.foramen.intake.limits;

import java.nio.ByteBuffer;
import java.util.Map;
import org.foramen.base.web.RequestsUnderWay;
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

    private final RequestsUnderWay underWay = new RequestsUnderWay();
    private final int most;

    ConcurrentPosts(AbuseSettings settings) {
        this.most = settings.atOnce();
    }

    /** Counts one in; false when there are too many. What came in must {@link #leave}. */
    public boolean enter(Client client) {
        return underWay.enter(shares(client));
    }

    public void leave(Client client) {
        underWay.leave(shares(client));
    }

    private Map<ByteBuffer, Integer> shares(Client client) {
        return most <= 0 || client.exempt()
                ? Map.of()
                : Map.of(
                        client.address(),
                        most,
                        client.network(),
                        OF_NETWORK * most,
                        RequestsUnderWay.ALL,
                        OF_ALL * most);
    }
}
