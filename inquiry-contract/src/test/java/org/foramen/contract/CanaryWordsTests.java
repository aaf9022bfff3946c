package org.foramen.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanaryWordsTests {

    private static final CanaryWords WORDS =
            new CanaryWords("01234567-89ab-cdef-0123-456789abcdef", "s_-".repeat(14) + "s");

    @Test
    void theyAreFoundInTheirMessage() {
        assertThat(CanaryWords.in(WORDS.message())).contains(WORDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "How long until I can drive again?", "This is a test of the way, sent by nobody: me"})
    void aPersonsWordsAreNone(String message) {
        assertThat(CanaryWords.in(message)).isEmpty();
    }

    @Test
    void wordsBesideThemAreAPersons() {
        assertThat(CanaryWords.in(WORDS.message() + " and my leg is numb")).isEmpty();
        assertThat(CanaryWords.in("My leg is numb. " + WORDS.message())).isEmpty();
    }
}
