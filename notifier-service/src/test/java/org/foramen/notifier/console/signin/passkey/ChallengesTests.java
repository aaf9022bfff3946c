package org.foramen.notifier.console.signin.passkey;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.webauthn.api.Bytes;

class ChallengesTests {

    private final Challenges challenges = new Challenges("console.clinic.example", "what notifiers know");

    @Test
    void whatABrowserWasAskedIsKnownAgainByEveryNotifier() {
        Bytes asked = challenges.fresh();

        assertThat(challenges.kept(browser(cookie(challenges, asked)))).contains(asked);
        assertThat(new Challenges("console.clinic.example", "what notifiers know")
                        .kept(browser(cookie(challenges, asked))))
                .contains(asked);
        assertThat(challenges.fresh()).isNotEqualTo(asked);
    }

    @Test
    void whatSomebodyElseAskedIsNot() {
        Challenges others = new Challenges("console.clinic.example", "what others know");

        assertThat(challenges.kept(browser(cookie(others, others.fresh())))).isEmpty();
    }

    @Test
    void whatWasAskedLongerAgoThanFiveMinutesIsNot() {
        Instant now = Instant.now();

        assertThat(challenges.kept(browser(cookie(challenges, madeAt(now.minus(Duration.ofMinutes(4)))))))
                .isPresent();
        assertThat(challenges.kept(browser(cookie(challenges, madeAt(now.minus(Duration.ofMinutes(5)))))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.b", "....", "%%%.%%%", "AAAA.AAAA"})
    void whatIsNoneIsNone(String cookie) {
        assertThat(challenges.kept(browser(cookie))).isEqualTo(Optional.empty());
    }

    private static Bytes madeAt(Instant moment) {
        return new Bytes(
                ByteBuffer.allocate(40).putLong(32, moment.toEpochMilli()).array());
    }

    private static String cookie(Challenges challenges, Bytes asked) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        challenges.keep(asked, new MockHttpServletRequest(), response);
        String header = requireNonNull(response.getHeader("Set-Cookie"));
        return header.substring(header.indexOf('=') + 1, header.indexOf(';'));
    }

    private static MockHttpServletRequest browser(String cookie) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(new Cookie("foramen-challenge", cookie));
        return request;
    }
}
