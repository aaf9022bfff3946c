package org.foramen.intake.reception;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;

/** One phone number, American unless it says otherwise. */
final class PhoneNumber {

    private static final String HOME = "US";
    private static final int MAX_LENGTH = 40;

    private PhoneNumber() {}

    /** The number in E.164, followed by {@code ;ext=} and the extension where there is one; empty when this is none. */
    static Optional<String> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
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
