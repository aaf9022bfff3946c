package org.foramen.intake.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {

    @ParameterizedTest
    @CsvSource({
        "ana@example.com, ana@example.com",
        "Ana.Maria@Example.COM, Ana.Maria@example.com",
        "howard.leibowitz+la.spine@sub-domain.example.com, howard.leibowitz+la.spine@sub-domain.example.com",
        "o'neill@example.org, o'neill@example.org",
        "ana＠example.com, ana@example.com",
        "ａｎａ＠ｅｘａｍｐｌｅ．ｃｏｍ, ana@example.com",
        "ana@example。com, ana@example.com",
        "blacroix@bücher-lacroix.example, blacroix@xn--bcher-lacroix-wob.example"
    })
    void anAddressIsTakenWithItsHostInAscii(String typed, String address) {
        assertThat(EmailAddress.parse(typed)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "none",
                "@example.com",
                "ana@",
                "ana@localhost",
                "ana@printer.local",
                "ana@example",
                "ana@[127.0.0.1]",
                "ana@127.0.0.1",
                "jtillman@@example.org",
                "ana@example.com,bob@example.com",
                "Ana <ana@example.com>",
                "\"ana banana\"@example.com",
                "ana@example.com\r\nBcc: bob@example.com",
                "ana\u0000@example.com",
                "ana@example.com\u2028",
                "\u760d\u760a@example.com",
                ".ana@example.com",
                "ana..b@example.com",
                "ana@-example.com",
                "ana@example..com",
                "ana@straße.example",
                "ana@STRAẞE.example",
                "ana@βόλος.example",
                "ana@\u10a0\u10a1.example",
                "ana@\u04c0.example",
                "ana@ex\u1806ample.com",
                "ana@\ud87e\udc68.example",
                "ana@exam\u200cple.com",
                "ana@exam\u200dple.com",
                "ana＜b@example.com"
            })
    void whatIsNotOnePublicAddressIsRefused(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 300})
    void aLocalPartLongerThanTheStandardIsRefused(int length) {
        assertThat(EmailAddress.parse("a".repeat(length) + "@example.com")).isEmpty();
    }
}
