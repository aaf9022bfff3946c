package org.foramen.base.web;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The addresses that one machine or house has: an IPv4 address, or an IPv6 /64. They are counted together. */
public final class Household {

    private Household() {}

    /** Its first bytes, to be compared. */
    public static ByteBuffer of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return ByteBuffer.wrap(Arrays.copyOf(bytes, bytes.length == 4 ? 4 : 8)).asReadOnlyBuffer();
    }
}
