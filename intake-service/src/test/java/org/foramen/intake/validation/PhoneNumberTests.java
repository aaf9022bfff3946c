package org.foramen.intake.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTests {

    @ParameterizedTest
    @CsvSource({
        "310-555-0112, +13105550112",
        "(310) 555-0112, +13105550112",
        "310.555.0112, +13105550112",
        "1 310 555 0112, +13105550112",
        "+52 55 5080 2000, +525550802000",
        "+310-555-0112, +13105550112",
        "＋310-555-0112, +13105550112",
        "+310 423 9716, +13104239716",
        "+323 423 9716, +13234239716",
        "+(323) 423-9716, +13234239716",
        "+212 736 5000, +12127365000",
        "+32 3 423 97 16, +3234239716",
        "011 52 55 5080 2000, +525550802000",
        "0052 55 5080 2000, +525550802000",
        "+52 1 55 5080 2000, +525550802000",
        "+5215550802000, +525550802000",
        "+52 (1) 55 5080 2000, +525550802000",
        "+52 1 (55) 5080 2000, +525550802000",
        "(+52) 1 55 5080 2000, +525550802000",
        "011 52 1 55 5080 2000, +525550802000",
        "011521 5550802000, +525550802000",
        "0052 1 55 5080 2000, +525550802000",
        "+011 52 55 5080 2000, +525550802000",
        "+0052 55 5080 2000, +525550802000",
        "52 1 55 5080 2000, +525550802000",
        "+52 01 55 5080 2000, +525550802000",
        "+52 044 55 5080 2000, +525550802000",
        "+52 1 55 5080 2000 ext 3, +525550802000;ext=3",
        "55 5080 2000, +525550802000",
        "(81) 8123-4567, +528181234567",
        "33 3123 4567, +523331234567",
        "551 234 5678, +15512345678",
        "5512345678, +15512345678",
        "331-234-5678, +13312345678",
        "00 1 310 555 0112, +13105550112",
        "+54 9 11 2345-6789, +5491123456789",
        "+31 20 123 4567, +31201234567",
        "1-800-SPINE-MD, +18007746363",
        "310-555-0112 x 7, +13105550112;ext=7"
    })
    void aNumberIsTakenAsPeopleWriteIt(String typed, String number) {
        assertThat(PhoneNumber.parse(typed)).contains(number);
    }

    /** Who calls such a number pays whoever gave it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "900-555-1234",
                "9005551234",
                "(900) 555-1234",
                "1-900-555-1234",
                "+1 900 555 1234",
                "+900 555 1234",
                "900-555-1234 x7",
                "+44 909 879 0123",
                "+49 900 1 234567",
                "+33 899 12 34 56",
                "+34 803 123 456",
                "011 44 909 879 0123"
            })
    void aNumberThatCostsTheCallerMoneyIsNotTaken(String typed) {
        assertThat(PhoneNumber.parse(typed)).isEmpty();
    }

    /** The usual form is read without the library; it must say the same. */
    @Test
    void theUsualFormIsTakenAsTheLibraryTakesIt() throws NumberParseException {
        PhoneNumberUtil library = PhoneNumberUtil.getInstance();
        Random random = new Random(1);
        for (int number = 0; number < 2_000; number++) {
            String digits = String.valueOf(2_000_000_000L + Math.floorMod(random.nextLong(), 8_000_000_000L));
            String area = digits.substring(0, 3);
            if (area.matches("\\d11|555|900")) {
                continue; // nobody has these
            }
            String exchange = String.valueOf(200 + random.nextInt(800));
            String line = digits.substring(6);
            for (String form : List.of("%s%s%s", "%s-%s-%s", "(%s) %s-%s", "(%s)%s %s", "%s.%s.%s", "%s) %s%s")) {
                String typed = form.formatted(area, exchange, line);

                assertThat(PhoneNumber.parse(typed))
                        .contains(library.format(library.parse(typed, "US"), PhoneNumberFormat.E164));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "call me",
                "555",
                "310-555",
                "555-0112",
                "5550112",
                "+1 555-0112",
                "000-000-0000",
                "123-456-7890",
                "1111111111",
                "(310) 055-0112",
                "911-555-0112",
                "+1 411 555 0112",
                "555-555-5555",
                "5555550112",
                "+1 310 123 4567",
                "12345678901234567890123456789012345678901234567890"
            })
    void whatCannotBeCalledIsRefused(String typed) {
        assertThat(PhoneNumber.parse(typed)).isEmpty();
    }
}
