package org.foramen.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonTests {

    @ParameterizedTest
    @CsvSource({
        "+13104239716, 310-423-9716, tel:+13104239716",
        "+13104239716;ext=12, 310-423-9716 ext. 12, 'tel:+13104239716,12'",
        "+525550802000, +525550802000, tel:+525550802000",
        "+525550802000;ext=7, +525550802000 ext. 7, 'tel:+525550802000,7'"
    })
    void aNumberIsReadAndDialledWithItsExtension(String phone, String read, String link) {
        Person person = new Person("Ana", null, phone, ContactChannel.PHONE, "en");

        assertThat(person.phoneToRead()).isEqualTo(read);
        assertThat(person.phoneLink()).isEqualTo(link);
    }

    @ParameterizedTest
    @CsvSource({
        "Ana Ruiz, Ana Ruiz",
        "'Ana\u202E2110-555', Ana2110-555",
        "'\u2067Ana\u200F', Ana",
        "דנה כהן, '\u2068דנה כהן\u2069'",
        "'דנה\u2069 כהן\u202D', '\u2068דנה כהן\u2069'"
    })
    void aNameTurnsNothingThatStandsBehindIt(String name, String read) {
        Person person = new Person(name, "ana@example.com", null, ContactChannel.EMAIL, "en");

        assertThat(person.nameToRead()).isEqualTo(read);
    }

    @Test
    void whoGaveNoNumberHasNone() {
        Person person = new Person("Ana", "ana@example.com", null, ContactChannel.EMAIL, "en");

        assertThat(person.phoneToRead()).isNull();
        assertThat(person.phoneLink()).isNull();
    }
}
