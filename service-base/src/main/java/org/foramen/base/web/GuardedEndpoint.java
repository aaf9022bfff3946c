package org.foramen.base.web;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.tomcat.util.net.NioEndpoint;

/**
 * Counts open connections by household, and hangs up on those to which nothing was written for long: a request that trickles
 * in is silent for less than any time-out, and holds its buffers for ever.
 */
final class GuardedEndpoint extends NioEndpoint {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PATIENCE_WHEN_FULL = Duration.ofSeconds(10);

    private volatile int perHousehold = Integer.MAX_VALUE;
    private volatile TrustedProxies uncounted = TrustedProxies.in(List.of(), "");

    void guard(int most, TrustedProxies proxies) {
        perHousehold = most;
        uncounted = proxies;
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        return mayStay(socket.socket().getInetAddress()) && super.setSocketOptions(socket);
    }

    private boolean mayStay(InetAddress peer) {
        if (peer == null || peer.isLoopbackAddress() || uncounted.hold(peer)) {
            return true; // all visitors may come by this one
        }
        ByteBuffer household = Household.of(peer);
        long open = connections.keySet().stream()
                .map(other -> ((SocketChannel) other).socket().getInetAddress())
                .filter(Objects::nonNull)
                .filter(other -> Household.of(other).equals(household))
                .limit(perHousehold)
                .count();
        return open < perHousehold;
    }

    void hangUpOnTheSlow() {
        boolean full = getConnectionCount() > getMaxConnections() / 4 * 3;
        long longest = (full ? PATIENCE_WHEN_FULL : PATIENCE).toMillis();
        long now = System.currentTimeMillis();
        connections.values().stream()
                .map(NioSocketWrapper.class::cast)
                .filter(connection -> now - connection.getLastWrite() > longest)
                .forEach(NioSocketWrapper::close);
    }
}
