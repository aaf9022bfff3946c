package org.foramen.intake.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageLanguageTests {

    @ParameterizedTest
    @CsvSource({"en, English, ltr", "es, Español, ltr", "ko, 한국어, ltr", "hy, Հայերեն, ltr", "fa, فارسی, rtl"})
    void aLanguageIsNamedAndWrittenAsItsReadersDo(String tag, String name, String direction) {
        assertThat(PageLanguage.of(tag)).isEqualTo(new PageLanguage(tag, name, direction));
    }
}
