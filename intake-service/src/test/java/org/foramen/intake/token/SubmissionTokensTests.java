package org.foramen.intake.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.foramen.intake.settings.Settings;
import org.foramen.intake.token.TokenVerdict.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionTokensTests {

    private static final Instant SHOWN = Instant.parse("2026-11-22T09:00:00Z");
    private static final FormScope CONTACT = FormScope.of("contact", null);
    private static final FormScope FORAMINOTOMY = FormScope.of("considering-procedure", "foraminotomy");
    private static final FormScope ANY_PROCEDURE = FormScope.of("considering-procedure", null);

    @TempDir
    Path data;

    private String token;

    @BeforeEach
    void show() {
        token = after(Duration.ZERO).issue(CONTACT);
    }

    @Test
    void aFormThatWasOpenLongEnoughIsGood() {
        assertThat(after(Duration.ofSeconds(3)).check(token, CONTACT, true)).isEqualTo(TokenVerdict.of(State.GOOD));
        assertThat(after(Duration.ofHours(24)).check(token, CONTACT, true)).isEqualTo(TokenVerdict.of(State.GOOD));
    }

    @ParameterizedTest
    @CsvSource({"true, 2900, 100", "true, 0, 3000", "false, 3000, 6000", "false, 8999, 1", "true, -5000, 8000"})
    void aFormThatComesBackSoonerThanAPersonCanTypeMustWait(boolean proven, long openMillis, long waitMillis) {
        assertThat(after(Duration.ofMillis(openMillis)).check(token, CONTACT, proven))
                .isEqualTo(new TokenVerdict(State.TOO_SOON, Duration.ofMillis(waitMillis)));
    }

    @Test
    void aFormThatWasShownBeforeTheClockWasSetBackIsGood() {
        assertThat(after(Duration.ofHours(-1)).check(token, CONTACT, true)).isEqualTo(TokenVerdict.of(State.GOOD));
    }

    @Test
    void aFormWithoutProofOfWorkIsGoodAfterThreeTimesThat() {
        assertThat(after(Duration.ofSeconds(9)).check(token, CONTACT, false)).isEqualTo(TokenVerdict.of(State.GOOD));
    }

    @Test
    void aFormThatWasOpenForMoreThanADayIsTooOld() {
        assertThat(after(Duration.ofHours(24).plusMillis(1)).check(token, CONTACT, true))
                .isEqualTo(TokenVerdict.of(State.TOO_LATE));
    }

    @Test
    void aTokenIsGoodForItsOwnFormOnly() {
        SubmissionTokens now = after(Duration.ofMinutes(1));
        String ofOne = after(Duration.ZERO).issue(FORAMINOTOMY);
        String ofAny = after(Duration.ZERO).issue(ANY_PROCEDURE);

        assertThat(now.check(ofOne, FORAMINOTOMY, true)).isEqualTo(TokenVerdict.of(State.GOOD));
        assertThat(now.check(ofAny, FORAMINOTOMY, true)).isEqualTo(TokenVerdict.of(State.GOOD));
        assertThat(now.check(ofOne, ANY_PROCEDURE, true)).isEqualTo(TokenVerdict.of(State.FORGED));
        assertThat(now.check(ofOne, CONTACT, true)).isEqualTo(TokenVerdict.of(State.FORGED));
        assertThat(now.check(token, FormScope.API, true)).isEqualTo(TokenVerdict.of(State.FORGED));
    }

    @Test
    void intakesWithTheSameKeyTakeEachOthersTokensAndOthersDoNot(@TempDir Path elsewhere) {
        assertThat(after(Duration.ofMinutes(1)).check(token, CONTACT, true)).isEqualTo(TokenVerdict.of(State.GOOD));
        assertThat(tokens(elsewhere, Duration.ofMinutes(1)).check(token, CONTACT, true))
                .isEqualTo(TokenVerdict.of(State.FORGED));
    }

    @Test
    void aTokenWithOneCharacterChangedIsForged() {
        SubmissionTokens now = after(Duration.ofMinutes(1));
        for (int at = 0; at < token.length(); at++) {
            char other = token.charAt(at) == 'A' ? 'B' : 'A';
            assertThat(now.check(token.substring(0, at) + other + token.substring(at + 1), CONTACT, true))
                    .as("at %d", at)
                    .isEqualTo(TokenVerdict.of(State.FORGED));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "ünïcode", "null", "\u0000", "../../etc/passwd"})
    void whatIsNoTokenIsForged(String text) {
        assertThat(after(Duration.ZERO).check(text, CONTACT, true)).isEqualTo(TokenVerdict.of(State.FORGED));
    }

    @Test
    void noRandomTextIsATokenOrAnError() {
        SubmissionTokens now = after(Duration.ofMinutes(1));
        Random random = new Random(20261122);
        for (int round = 0; round < 20_000; round++) {
            String text = random.ints(random.nextInt(60), 0, 0x250)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(now.check(text, CONTACT, random.nextBoolean())).isEqualTo(TokenVerdict.of(State.FORGED));
        }
    }

    @Test
    void aCheckCostsMicroseconds() {
        SubmissionTokens now = after(Duration.ofMinutes(1));
        int rounds = 20_000;
        long start = 0;
        for (int round = -rounds; round < rounds; round++) {
            start = round == 0 ? System.nanoTime() : start;
            now.check(token, CONTACT, true);
        }
        double micros = (System.nanoTime() - start) / 1e3 / rounds;
        System.out.printf("A token is checked in %.1f µs%n", micros);
        assertThat(micros).isLessThan(1000);
    }

    private SubmissionTokens after(Duration open) {
        return tokens(data, open);
    }

    private static SubmissionTokens tokens(Path data, Duration open) {
        TokenKey key = new TokenKey(Settings.abuse(), Settings.intake(data));
        return new SubmissionTokens(key, Settings.abuse(), Clock.fixed(SHOWN.plus(open), ZoneOffset.UTC));
    }
}
