package org.foramen.base.web.connections;

import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.tomcat.util.net.NioEndpoint;
import org.foramen.base.web.TrustedProxies;
import org.jspecify.annotations.Nullable;

/**
 * Counts open connections by household, and hangs up on those to which nothing was written for long: a request that trickles
 * in is silent for less than any time-out, and holds its buffers for ever.
 */
final class GuardedEndpoint extends NioEndpoint {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PATIENCE_WHEN_FULL = Duration.ofSeconds(10);

    private final Silences<NioSocketWrapper> silences = new Silences<>(NioSocketWrapper::getLastWrite);
    private volatile HouseholdLimit limit = new HouseholdLimit(Integer.MAX_VALUE, TrustedProxies.in(List.of(), ""));

    void guard(HouseholdLimit households) {
        limit = households;
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        return mayStay(socket.socket().getInetAddress()) && super.setSocketOptions(socket);
    }

    private boolean mayStay(@Nullable InetAddress peer) {
        return peer == null || limit.admits(peer, peers());
    }

    private Stream<InetAddress> peers() {
        return connections.keySet().stream()
                .map(open -> ((SocketChannel) open).socket().getInetAddress())
                .filter(Objects::nonNull);
    }

    void hangUpOnTheSlow() {
        boolean full = getConnectionCount() > getMaxConnections() / 4 * 3;
        Duration longest = full ? PATIENCE_WHEN_FULL : PATIENCE;
        List<NioSocketWrapper> open =
                connections.values().stream().map(NioSocketWrapper.class::cast).toList();
        silences.ofAtLeast(longest, open, System.nanoTime()).forEach(NioSocketWrapper::close);
    }
}
