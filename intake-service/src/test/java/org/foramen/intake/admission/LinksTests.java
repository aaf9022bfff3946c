package org.foramen.intake.admission;

import static org.assertj.core.api.Assertions.assertThat;

import org.foramen.intake.validation.InquiryRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Best SEO! https://a.example https://b.example HTTP://c.example",
                "[url=x]a[/url] <a href=x>b</a> www.c.example",
                "(http://a.example,https://b.example;WWW.c.example)",
                "[URL]a[/URL][url]b[/url]<A\nhref=c>",
                "点击http://a.example点击www.b.example点击http://c.example",
            })
    void manyLinksAreAdvertising(String message) {
        assertThat(Links.areMany(typed("Ana", message))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none",
                "''",
                "My MRI: https://portal.example/1 and www.lab.example",
                "awww. no",
                "xhttp://a shttps://b _www.c www",
                "[urls [curl <an <a",
                "a:b http:/c : // . [ <"
            })
    void aPatientMayNameAPageOrTwo(String message) {
        assertThat(Links.areMany(typed("Ana", message))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Visit http://spam.example", "www.spam.example"})
    void aNameIsNoLink(String name) {
        assertThat(Links.areMany(typed(name, "Hello"))).isTrue();
    }

    private static InquiryRequest typed(String name, String message) {
        return new InquiryRequest(
                "contact", null, null, name, null, null, null, null, message, null, null, null, null, null, null, null);
    }
}
