package org.foramen.intake.admission;

import static org.assertj.core.api.Assertions.assertThat;

import org.foramen.contract.InquiryId;
import org.foramen.intake.admission.RecentKeys.Standing;
import org.junit.jupiter.api.Test;

class RecentKeysTests {

    private static final InquiryId ONE = new InquiryId("%026d".formatted(1));
    private static final InquiryId OTHER = new InquiryId("%026d".formatted(2));

    private final RecentKeys keys = new RecentKeys();

    @Test
    void aKeyIsTakenWhileItsFirstInquiryIsStillBeingKept() {
        assertThat(keys.claim("key", ONE)).isEqualTo(Standing.FREE);

        assertThat(keys.claim("key", OTHER)).isEqualTo(Standing.TAKEN);
    }

    @Test
    void theSameInquiryIsNotSaidToBeSafeBeforeItIs() {
        keys.claim("key", ONE);
        assertThat(keys.claim("key", ONE)).isEqualTo(Standing.FREE);

        keys.accepted("key", ONE);

        assertThat(keys.claim("key", ONE)).isEqualTo(Standing.ACCEPTED);
    }

    @Test
    void whatWasNotKeptMayBeChangedAndSentAgain() {
        keys.claim("key", ONE);
        keys.release("key", ONE);

        assertThat(keys.claim("key", OTHER)).isEqualTo(Standing.FREE);
    }

    @Test
    void whatWasKeptByOneOfTwoStaysKept() {
        keys.claim("key", ONE);
        keys.claim("key", ONE);
        keys.accepted("key", ONE);
        keys.release("key", ONE);

        assertThat(keys.claim("key", ONE)).isEqualTo(Standing.ACCEPTED);
    }
}
