package org.foramen.notifier.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.foramen.base.web.Networks;

/** Which addresses are the internet's: not of this machine, of a network of ours, or of a cloud's metadata. */
final class PublicAddresses {

    /**
     * Networks that nobody on the internet has (RFC 6890), and what Azure's machines reach their host by; of IPv6 tunnels into networks
     * of four bytes, and examples.
     */
    private static final Networks RESERVED = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "168.63.129.16/32",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            "2001::/32",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20");

    private static final Networks INTERNET_V6 = networks("2000::/3");

    /** A gateway turns these into the four bytes at their end. */
    private static final Networks TRANSLATED = networks("64:ff9b::/96");

    private PublicAddresses() {}

    static boolean isOne(InetAddress address) {
        if (TRANSLATED.hold(address)) {
            return isOne(lastFour(address));
        }
        return (address instanceof Inet4Address || INTERNET_V6.hold(address)) && !RESERVED.hold(address);
    }

    private static InetAddress lastFour(InetAddress address) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), 12, 16));
        } catch (UnknownHostException e) {
            throw new AssertionError("four bytes are an address", e);
        }
    }

    private static Networks networks(String... texts) {
        return Networks.of(List.of(texts), "the list of networks");
    }
}
