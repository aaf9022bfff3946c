package org.foramen.intake.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that are made to add a header, a recipient or a command to a mail. */
class HostileAddressesTests {

    private static final Pattern HARMLESS = Pattern.compile("[!-~&&[^ \"(),:;<>\\[\\]\\\\]]+@[a-z0-9.-]+");
    private static final String[] PIECES = {
        "ana",
        "@",
        "example.com",
        ".",
        "\r\n",
        "\n",
        "\0",
        "\u0085",
        "\u2028",
        "\u760d",
        "\u760a",
        "%0d%0a",
        ",",
        ";",
        ":",
        "<",
        ">",
        "\"",
        "(",
        ")",
        "[127.0.0.1]",
        "=?utf-8?q?=0d=0aBcc:?=",
        "-",
        "ü",
        "é",
        "\u202e",
        "。",
        "\uff20",
        "xn--",
        " ",
        "\t",
        "\\",
        "RCPT TO:",
        "a".repeat(70),
        "💥",
        "\ud800",
        "com"
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana@example.com\r\nBcc: all@example.com",
                "ana@example.com\n",
                "\nana@example.com",
                "ana\u0000@example.com",
                "ana@example.com\u0085",
                "ana@example\u2028.com",
                "ana\u760d\u760abcc@example.com",
                "=?utf-8?q?=0d=0aBcc:?=x@example.com",
                "ana@example.com,eve@example.com",
                "ana@example.com;eve@example.com",
                "ana@example.com eve@example.com",
                "\"ana\r\n\"@example.com",
                "\"ana\"@example.com",
                "Ana <ana@example.com>",
                "friends:ana@example.com;",
                "ana(comment)@example.com",
                "ana@[127.0.0.1]",
                "ana@localhost",
                "ana@eve@example.com",
                "@example.com:ana@example.com",
                "ana@-example.com",
                "ana@example..com",
                "ana\u202e@example.com"
            })
    void areRefused(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ana%0d%0abcc@example.com", "-ana@example.com", "ana@example\u760d\u760a.com", "ana＠example.com"
            })
    void areHarmlessInTheFormThatTravels(String text) {
        assertThat(EmailAddress.parse(text)).get().asString().matches(HARMLESS);
    }

    @Test
    void nothingComesThroughThatAMailServerCouldTakeForSomethingElse() {
        Random random = new Random(20261122);
        int taken = 0;
        for (int round = 0; round < 200_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(8); piece >= 0; piece--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            Optional<String> address = EmailAddress.parse(text.toString());
            taken += address.isPresent() ? 1 : 0;
            address.ifPresent(one -> assertThat(one).matches(HARMLESS).hasSizeLessThan(255));
        }
        assertThat(taken).as("so that the rule is tried at all").isPositive();
    }
}
