package org.foramen.notifier.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Which addresses are the internet's: not of this machine, of a network of ours, or of a cloud's metadata. */
final class PublicAddresses {

    /** Networks of four bytes that nobody on the internet has (RFC 6890), with how many bits name them. */
    private static final int[][] RESERVED = {
        {0, 0, 0, 0, 8},
        {10, 0, 0, 0, 8},
        {100, 64, 0, 0, 10},
        {127, 0, 0, 0, 8},
        {169, 254, 0, 0, 16},
        {172, 16, 0, 0, 12},
        {192, 0, 0, 0, 24},
        {192, 0, 2, 0, 24},
        {192, 88, 99, 0, 24},
        {192, 168, 0, 0, 16},
        {198, 18, 0, 0, 15},
        {198, 51, 100, 0, 24},
        {203, 0, 113, 0, 24},
        {224, 0, 0, 0, 3}
    };

    private PublicAddresses() {}

    static boolean isOne(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic(bytes, 0) : isPublicV6(bytes);
    }

    private static boolean isPublic(byte[] bytes, int from) {
        long value = number(bytes[from], bytes[from + 1], bytes[from + 2], bytes[from + 3]);
        for (int[] network : RESERVED) {
            long begin = number(network[0], network[1], network[2], network[3]);
            if (value >> 32 - network[4] == begin >> 32 - network[4]) {
                return false;
            }
        }
        return true;
    }

    /** Of the internet is 2000::/3, but for tunnels into networks of four bytes, and examples. */
    private static boolean isPublicV6(byte[] bytes) {
        long start = number(bytes[0], bytes[1], bytes[2], bytes[3]);
        if (start == 0x0064ff9bL) { // a gateway turns 64:ff9b::/96 into four bytes
            long between =
                    number(bytes[4], bytes[5], bytes[6], bytes[7]) | number(bytes[8], bytes[9], bytes[10], bytes[11]);
            return between == 0 && isPublic(bytes, 12);
        }
        return start >> 29 == 1
                && start != 0x20010000L
                && start != 0x20010db8L
                && start >> 16 != 0x2002L
                && start >> 12 != 0x3fff0L;
    }

    private static long number(int first, int second, int third, int fourth) {
        return (first & 0xffL) << 24 | (second & 0xffL) << 16 | (third & 0xffL) << 8 | fourth & 0xffL;
    }
}
