package org.foramen.base.web.connections;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.stream.Stream;
import org.foramen.base.web.Household;
import org.foramen.base.web.TrustedProxies;

/**
 * How many connections one household may have open, so that none takes them all.
 *
 * @param most of one household
 * @param uncounted proxies, by which all visitors may come
 */
record HouseholdLimit(int most, TrustedProxies uncounted) {

    /** @param open the peers of the connections that are open, before this one */
    boolean admits(InetAddress peer, Stream<InetAddress> open) {
        if (peer.isLoopbackAddress() || uncounted.hold(peer)) {
            return true;
        }
        ByteBuffer household = Household.of(peer);
        return open.filter(other -> Household.of(other).equals(household))
                        .limit(most)
                        .count()
                < most;
    }
}
