package org.foramen.intake.validation;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One phone number, American unless it says otherwise. */
final class PhoneNumber {

    private static final String HOME = "US";
    private static final int MAX_LENGTH = 40;

    /** How Americans usually write one; the library asks dozens of patterns for the same answer. */
    private static final Pattern USUAL =
            Pattern.compile("\\(?((?!\\d11|555|900)[2-9]\\d\\d)\\)?[-. ]?([2-9]\\d\\d)[-. ]?(\\d{4})");

    /** A plus, and then the groups of an American number without its 1. */
    private static final Pattern GROUPED_AS_AT_HOME =
            Pattern.compile("[+\\uFF0B] ?(?:\\([2-9]\\d\\d\\) ?|[2-9]\\d\\d[-. ])\\d{3}[-. ]\\d{4}(?!\\d)");

    /** No area code and no exchange of North America begins with 0 or 1, and no person has one of 555, 900 or a service such as 911. */
    private static final Pattern NOWHERE_AT_HOME = Pattern.compile("\\+1(?:[01]|\\d11|555|900|\\d{3}[01])\\d+");

    /**
     * Mexico gave up the 1 of its mobile numbers in 2019, and what was dialled there for it, or for another town; address books and
     * messengers still show it.
     */
    private static final Pattern MEXICO_AS_OF_OLD = Pattern.compile(
            "^\\(?(?:[+\\uFF0B] ?|(?=52[-. ()]*1))52\\)?[-. ]*\\(?(?:1|01|04[45])?\\)?[-. ]*(?=\\(?\\d(?:[-. ()]*\\d){9}(?!\\d))");

    /** Mexico's three cities whose numbers are written in 2, 4 and 4 digits, as nobody at home writes them. */
    private static final Pattern MEXICO_WITHOUT_52 =
            Pattern.compile("^(?=\\(?(?:33|5[56]|81)\\)?[-. ]\\d{4}[-. ]\\d{4}(?!\\d))");

    /** Whoever calls from most of the world dials 00 for the plus, and 011 from home; no number begins so. */
    private static final Pattern PLUS_AS_DIALLED = Pattern.compile("^\\+?(?:00|011)[-. ]?(?=[1-9])");

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
        String dialled = PLUS_AS_DIALLED.matcher(text).replaceFirst("+");
        String withCountry = MEXICO_WITHOUT_52.matcher(dialled).replaceFirst("+52 ");
        return read(MEXICO_AS_OF_OLD.matcher(withCountry).replaceFirst("+52 "), numbers)
                .filter(number ->
                        numbers.isPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE)
                .filter(number -> !NOWHERE_AT_HOME
                        .matcher(numbers.format(number, PhoneNumberFormat.E164))
                        .matches())
                .filter(number -> numbers.getNumberType(number) != PhoneNumberType.PREMIUM_RATE) // the clinic would pay
                .map(number -> numbers.format(number, PhoneNumberFormat.E164)
                        + (number.hasExtension() ? ";ext=" + number.getExtension() : ""));
    }

    /**
     * Some put a plus before their area code: what is no number abroad, or is grouped as no country groups its own, is one at
     * home if it is valid there.
     */
    private static Optional<Phonenumber.PhoneNumber> read(String text, PhoneNumberUtil numbers) {
        Optional<Phonenumber.PhoneNumber> asTyped = parsed(text, numbers);
        boolean grouped = GROUPED_AS_AT_HOME.matcher(text).lookingAt();
        if (!grouped && asTyped.filter(numbers::isValidNumber).isPresent()) {
            return asTyped;
        }
        return parsed(text.replaceAll("[+\uFF0B]", ""), numbers)
                .filter(numbers::isValidNumber)
                .or(() -> asTyped);
    }

    private static Optional<Phonenumber.PhoneNumber> parsed(String text, PhoneNumberUtil numbers) {
        try {
            return Optional.of(numbers.parse(text, HOME));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
