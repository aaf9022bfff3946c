package org.foramen.notifier.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.foramen.base.SettingRefused;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.settings.NotifierSettings;
import org.junit.jupiter.api.Test;

class MissingDeliveriesTests {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final MissingDeliveries gap = new MissingDeliveries(rules(2), NOW);

    @Test
    void aSmallAndFreshGapIsFilled() {
        add("A", NOW.minusSeconds(60));
        add("B", NOW.minus(Duration.ofHours(23)));

        assertThat(gap.isForAPerson()).isFalse();
        List<String> owed = new ArrayList<>();
        gap.forEach((key, position) -> owed.add(key + " at " + position.offset()));
        assertThat(owed).containsExactly(id("A") + "/clinic at 7", id("B") + "/clinic at 7");
    }

    @Test
    void aLargeGapIsForAPerson() {
        add("A", NOW);
        add("B", NOW);
        add("C", NOW);

        assertThat(gap.isForAPerson()).isTrue();
        assertThat(gap.names()).containsExactly(id("A") + "/clinic", id("B") + "/clinic", id("C") + "/clinic");
    }

    @Test
    void anOldGapIsForAPersonHoweverSmallItIs() {
        add("A", NOW.minus(Duration.ofHours(25)));

        assertThat(gap.isForAPerson()).isTrue();
    }

    @Test
    void whatWasErasedIsNoGap() {
        add("A", NOW.minus(Duration.ofDays(80)));
        add("B", NOW);

        gap.forget(new Subject.Inquiry(id("A")));

        assertThat(gap.names()).containsExactly(id("B") + "/clinic");
        assertThat(gap.isForAPerson()).isFalse();
    }

    @Test
    void theLookForMoreEndsSoonerOrLater() {
        for (int inquiry = 0; inquiry <= 1_000; inquiry++) {
            assertThat(gap.isEnough()).isFalse();
            add(String.valueOf(inquiry), NOW);
        }

        assertThat(gap.isEnough()).isTrue();
    }

    @Test
    void aNumberBelowNothingIsRefused() {
        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> rules(-1))
                .withMessageContaining("FORAMEN_RECONCILIATION_OWE_AT_MOST");
    }

    private void add(String inquiry, Instant received) {
        gap.add(new DeliveryKey(id(inquiry), Audience.CLINIC), new Position(3, 7), received);
    }

    private static InquiryId id(String end) {
        return new InquiryId("0".repeat(26 - end.length()) + end);
    }

    private static NotifierSettings.Reconciliation rules(int oweAtMost) {
        return new NotifierSettings.Reconciliation(Duration.ofMinutes(1), oweAtMost, Duration.ofDays(1));
    }
}
