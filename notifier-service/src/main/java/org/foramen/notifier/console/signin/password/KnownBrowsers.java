package org.foramen.notifier.console.signin.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.foramen.contract.digest.Sha256;

/**
 * Marks the browsers that a user signed in from. Their tries are counted apart, so that strangers who guess cannot lock a user
 * out of them. A mark is signed with the hash of the user's password and ends with it.
 */
final class KnownBrowsers {

    private static final int NONCE_BYTES = 16;

    private final Map<String, UserLine> users = new HashMap<>();
    private final SecureRandom random = new SecureRandom();

    KnownBrowsers(List<UserLine> lines) {
        lines.forEach(line -> users.put(line.name().toLowerCase(Locale.ROOT), line));
    }

    /** A new mark for a browser of this user. */
    String mark(String name) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        String marked = base64(nonce);
        return marked + "." + signature(name, marked);
    }

    /** True when a browser's mark was made for this user. */
    boolean knows(String name, String mark) {
        int dot = mark.indexOf('.');
        return dot > 0
                && users.containsKey(name.toLowerCase(Locale.ROOT))
                && MessageDigest.isEqual(
                        bytes(mark.substring(dot + 1)), bytes(signature(name, mark.substring(0, dot))));
    }

    /** What stands for a network that this user signed in from; empty when there is no such user. */
    Optional<String> ofNetwork(String name, String network) {
        return users.containsKey(name.toLowerCase(Locale.ROOT))
                ? Optional.of(signature(name, "network " + network))
                : Optional.empty();
    }

    private String signature(String name, String nonce) {
        UserLine user = users.get(name.toLowerCase(Locale.ROOT));
        if (user == null) {
            throw new IllegalArgumentException("there is no such user");
        }
        return base64(Sha256.hmac(bytes(user.hash()), "browser " + user.name() + " " + nonce));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
