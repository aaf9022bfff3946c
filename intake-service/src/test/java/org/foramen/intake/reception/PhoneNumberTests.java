package org.foramen.intake.reception;

import static org.assertj.core.api.Assertions.assertThat;

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
        "310-555-0112 x 7, +13105550112;ext=7"
    })
    void aNumberIsTakenAsPeopleWriteIt(String typed, String number) {
        assertThat(PhoneNumber.parse(typed)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "call me", "555", "310-555", "12345678901234567890123456789012345678901234567890"})
    void whatCannotBeCalledIsRefused(String typed) {
        assertThat(PhoneNumber.parse(typed)).isEmpty();
    }
}
