package org.foramen.base.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class KeptAnswerTests {

    private int asked;

    @Test
    void whoeverAsksAgainTooSoonIsToldWhatWasFoundLast() {
        KeptAnswer answer = new KeptAnswer(() -> ++asked == 1, Duration.ofHours(1));

        assertThat(answer.isYes()).isTrue();
        assertThat(answer.isYes()).isTrue();
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void anAnswerThatIsTooOldIsFoundOutAnew() {
        KeptAnswer answer = new KeptAnswer(() -> ++asked == 1, Duration.ZERO);

        assertThat(answer.isYes()).isTrue();
        assertThat(answer.isYes()).isFalse();
    }
}
