package org.foramen.notifier.console.signin.password;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * From where somebody signs in.
 *
 * @param network the /24 that an IPv4 address is in, or the /64: one machine has as many addresses as it likes
 * @param mark what its browser carries since an earlier sign-in, not checked yet; empty for none
 */
record Visitor(String network, String mark) {

    static final String COOKIE = "foramen-known";

    private static final int LONGEST_MARK = 100;
    private static final Pattern ADDRESS = Pattern.compile("\\d+(\\.\\d+){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");
    private static final int V4_BYTES = 4;
    private static final int V4_NETWORK = 3;
    private static final int V6_NETWORK = 8;

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
        if (!ADDRESS.matcher(address).matches()) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress(); // of an address no name is looked up
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, bytes.length == V4_BYTES ? V4_NETWORK : V6_NETWORK));
        } catch (UnknownHostException e) {
            return address;
        }
    }

    @Override
    public String toString() {
        return "Visitor";
    }
}
