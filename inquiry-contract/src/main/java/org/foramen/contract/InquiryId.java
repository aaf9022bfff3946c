package org.foramen.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names one inquiry everywhere: in Kafka, in the ledger, in logs and, shortened, to people.
 *
 * @param value 26 characters of Crockford's base 32 (130 bits, of which 128 are used)
 */
public record InquiryId(@JsonValue String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 26;
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public InquiryId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not an inquiry id");
        }
    }

    /** Takes the first 128 bits of a digest. */
    public static InquiryId of(byte[] digest) {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int index = 0; index < LENGTH; index++) {
            text.append(ALPHABET.charAt(fiveBits(digest, index * 5)));
        }
        return new InquiryId(text.toString());
    }

    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** The short form that people read to each other on the phone, such as {@code K7F3-92QX}. */
    public String reference() {
        return value.substring(0, 4) + "-" + value.substring(4, 8);
    }

    @Override
    public String toString() {
        return value;
    }

    private static int fiveBits(byte[] digest, int from) {
        int bits = 0;
        for (int bit = from; bit < from + 5; bit++) {
            int set = bit < 128 ? digest[bit >> 3] >> (7 - (bit & 7)) & 1 : 0;
            bits = bits << 1 | set;
        }
        return bits;
    }

    /** As ids are spelled: in capitals, and without O, I and L, which are read out and typed for 0 and 1. */
    public static String spelled(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
