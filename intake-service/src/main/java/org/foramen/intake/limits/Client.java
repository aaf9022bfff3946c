package org.foramen.intake.limits;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.foramen.base.web.Household;

/**
 * Who is counted together.
 *
 * @param address an IPv4 address, or the IPv6 /64 that one household has
 * @param network the IPv4 /24 or the IPv6 /48 around it
 * @param exempt true when it has no limits
 */
public record Client(ByteBuffer address, ByteBuffer network, boolean exempt) {

    static Client of(InetAddress address, boolean exempt) {
        byte[] bytes = address.getAddress();
        byte[] network = Arrays.copyOf(bytes, bytes.length == 4 ? 3 : 6);
        return new Client(Household.of(address), ByteBuffer.wrap(network).asReadOnlyBuffer(), exempt);
    }

    @Override
    public String toString() {
        return "Client[not shown]";
    }
}
