package org.foramen.intake.limits;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;

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
        boolean four = bytes.length == 4;
        return new Client(first(four ? 4 : 8, bytes), first(four ? 3 : 6, bytes), exempt);
    }

    private static ByteBuffer first(int count, byte[] bytes) {
        return ByteBuffer.wrap(Arrays.copyOf(bytes, count)).asReadOnlyBuffer();
    }

    @Override
    public String toString() {
        return "Client[not shown]";
    }
}
