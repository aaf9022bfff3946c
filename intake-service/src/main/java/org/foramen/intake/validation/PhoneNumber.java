package org.foramen.intake.validation;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One phone number, American unless it says otherwise. */
final class PhoneNumber {

    private static final String HOME = "US";
    private static final int MAX_LENGTH = 40;

    /** How Americans usually write one; the library asks dozens of patterns for the same answer. */
    private static final Pattern USUAL = Pattern.compile("\\(?([2-9]\\d\\d)\\)?[-. ]?(\\d{3})[-. ]?(\\d{4})");

    private PhoneNumber() {}

    /** The number in E.164, followed by {@code ;ext=} and the extension where there is one; empty when this is none. */
    static Optional<String> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Matcher usual = USUAL.matcher(text);
        if (usual.matches()) {
            return Optional.of("+1" + usual.group(1) + usual.group(2) + usual.group(3));
        }
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            Phonenumber.PhoneNumber number = numbers.parse(text, HOME);
            if (!numbers.isPossibleNumber(number)) {
                return Optional.empty();
            }
            String extension = number.hasExtension() ? ";ext=" + number.getExtension() : "";
            return Optional.of(numbers.format(number, PhoneNumberFormat.E164) + extension);
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
