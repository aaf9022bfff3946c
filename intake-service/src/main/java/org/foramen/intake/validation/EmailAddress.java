package org.foramen.intake.validation;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One e-mail address as people have them: RFC 5321's lengths, RFC 5322's dot-atom before the at sign, a public host name
 * after it. Quoted local parts, comments, groups, address literals and local hosts are refused.
 */
final class EmailAddress {

    private static final Pattern LOCAL_PART =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++)*+");
    private static final Pattern HOST =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})");
    private static final Pattern FULL_WIDTH = Pattern.compile("[\\uFF01-\\uFF5E]");

    /**
     * Java's IDNA of 2003 reads these as other letters or none; today they name hosts of their own (UTS 46, deviations), are small
     * letters of another code, are corrected ideographs, or name none.
     */
    private static final Pattern OTHER_HOST_SINCE_2010 = Pattern.compile("[\u00DF\u1E9E\u03C2\u200C\u200D"
            + "\u04C0\u10A0-\u10C5\u1806\u2132\u2183\\x{2F868}\\x{2F874}\\x{2F91F}\\x{2F95F}\\x{2F9BF}]");

    private static final Set<String> LOCAL =
            Set.of("local", "localhost", "localdomain", "internal", "lan", "home", "arpa");

    private EmailAddress() {}

    /** The address with its host in lower case and in ASCII (IDNA); empty when this is not one. */
    static Optional<String> parse(String typed) {
        String text = halfWidth(typed);
        int at = text.lastIndexOf('@');
        if (at < 1
                || at > 64
                || text.length() > 254
                || !LOCAL_PART.matcher(text.substring(0, at)).matches()) {
            return Optional.empty();
        }
        return asciiHost(text.substring(at + 1))
                .filter(host -> HOST.matcher(host).matches())
                .filter(host -> !LOCAL.contains(host.substring(host.lastIndexOf('.') + 1)))
                .map(host -> text.substring(0, at + 1) + host)
                .filter(address -> address.length() <= 254);
    }

    /** Keyboards of East Asia type letters and signs of full width, which mean the same. */
    private static String halfWidth(String typed) {
        return FULL_WIDTH
                .matcher(typed)
                .replaceAll(sign -> Matcher.quoteReplacement(
                        String.valueOf((char) (sign.group().charAt(0) - '\uFF01' + '!'))));
    }

    private static Optional<String> asciiHost(String host) {
        if (OTHER_HOST_SINCE_2010.matcher(host).find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
