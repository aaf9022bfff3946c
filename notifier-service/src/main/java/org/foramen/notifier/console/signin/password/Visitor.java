package org.foramen.notifier.console.signin.password;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * From where somebody signs in.
 *
 * @param network the address, or the /64 that it is in, for one machine has as many of those as it likes
 * @param mark what its browser carries since an earlier sign-in, not checked yet; empty for none
 */
record Visitor(String network, String mark) {

    static final String COOKIE = "foramen-known";

    private static final int LONGEST_MARK = 100;
    private static final int NETWORK_BYTES = 8;

    static Visitor of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        String mark = Stream.of(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .filter(value -> value.length() <= LONGEST_MARK)
                .findFirst()
                .orElse("");
        return new Visitor(networkOf(request.getRemoteAddr()), mark);
    }

    static String networkOf(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress(); // with a colon in it no name is looked up
            return bytes.length == 16 ? HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES)) : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }

    @Override
    public String toString() {
        return "Visitor";
    }
}
