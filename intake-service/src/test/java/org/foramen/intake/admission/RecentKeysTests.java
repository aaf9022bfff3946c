package org.foramen.intake.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.foramen.contract.InquiryId;
import org.foramen.intake.admission.RecentKeys.Standing;
import org.junit.jupiter.api.Test;

class RecentKeysTests {

    private static final InquiryId ONE = new InquiryId("%026d".formatted(1));
    private static final InquiryId OTHER = new InquiryId("%026d".formatted(2));

    private static final Instant WHEN = Instant.parse("2026-11-28T20:00:00Z");

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

        keys.accepted("key", ONE, WHEN);

        assertThat(keys.claim("key", ONE)).isEqualTo(Standing.ACCEPTED);
    }

    @Test
    void theSameInquiryIsAnsweredWithTheTimeAtWhichItWasAcceptedFirst() {
        keys.claim("key", ONE);
        assertThat(keys.acceptedAt("key", ONE)).isEmpty();

        keys.accepted("key", ONE, WHEN);

        assertThat(keys.acceptedAt("key", ONE)).contains(WHEN);
        assertThat(keys.acceptedAt("key", OTHER)).isEmpty();
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
        keys.accepted("key", ONE, WHEN);
        keys.release("key", ONE);

        assertThat(keys.claim("key", ONE)).isEqualTo(Standing.ACCEPTED);
    }

    /** Ten thousand of the longest keys that fit into a request would be a third of the heap. */
    @Test
    void howeverLongKeysAreAndHoweverManyLittleIsKeptOfThem() {
        List<Reference<String>> sent = new ArrayList<>();
        for (int number = 0; number < 200; number++) {
            String key = number + "x".repeat(7_000);
            keys.claim(key, ONE);
            sent.add(new WeakReference<>(key));
        }

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            System.gc();
            assertThat(sent).allMatch(key -> key.refersTo(null));
        });
        assertThat(keys.claim("7" + "x".repeat(7_000), OTHER)).isEqualTo(Standing.TAKEN);
    }
}
