package org.foramen.base.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.foramen.contract.Level;
import org.foramen.inquiries.LabelledInquiries;
import org.foramen.inquiries.LabelledInquiries.Labelled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Holds the screening to its targets over every labelled example; each failure prints the message. */
class ScreeningOfLabelledInquiriesTests {

    private static final RedFlags RED_FLAGS = RedFlags.load(Path.of("../content"));

    @ParameterizedTest
    @FieldSource("org.foramen.inquiries.LabelledInquiries#WITHOUT_MISSES")
    void noUrgentMessageIsMissed(String set) {
        assertThat(LabelledInquiries.read(set))
                .filteredOn(Labelled::urgent)
                .filteredOn(inquiry -> !RED_FLAGS.screen(inquiry.message()).urgent())
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("org.foramen.inquiries.LabelledInquiries#UNUSUAL_FLAGS")
    void nearlyAllUnusualWordingsAreCaught(String set) {
        List<Labelled> urgent =
                LabelledInquiries.read(set).stream().filter(Labelled::urgent).toList();
        assertThat(urgent)
                .filteredOn(inquiry -> !RED_FLAGS.screen(inquiry.message()).urgent())
                .hasSizeLessThanOrEqualTo(urgent.size() / 20);
    }

    @ParameterizedTest
    @FieldSource("org.foramen.inquiries.LabelledInquiries#HINTED_FLAGS")
    void whereMuchIsOnlyHintedAtOneInSixIsMissedAtMostAndOneInThreeOthersIsFlagged(String set) {
        Map<Boolean, List<Labelled>> byUrgency =
                LabelledInquiries.read(set).stream().collect(Collectors.partitioningBy(Labelled::urgent));
        assertThat(byUrgency.get(true))
                .filteredOn(inquiry -> !RED_FLAGS.screen(inquiry.message()).urgent())
                .hasSizeLessThanOrEqualTo(byUrgency.get(true).size() / 6);
        assertThat(byUrgency.get(false))
                .filteredOn(inquiry -> RED_FLAGS.screen(inquiry.message()).urgent())
                .hasSizeLessThanOrEqualTo(byUrgency.get(false).size() / 3);
    }

    @ParameterizedTest
    @FieldSource("org.foramen.inquiries.LabelledInquiries#HARDLY_MARKED")
    void atMostOneInTwentyOthersIsFlagged(String set) {
        List<Labelled> others = LabelledInquiries.read(set).stream()
                .filter(inquiry -> !inquiry.urgent())
                .toList();
        assertThat(others)
                .filteredOn(inquiry -> RED_FLAGS.screen(inquiry.message()).urgent())
                .hasSizeLessThanOrEqualTo(others.size() / 20);
    }

    @ParameterizedTest
    @FieldSource("org.foramen.inquiries.LabelledInquiries#HARD_FLAGS")
    void atMostOneInEightHardNearMissesIsFlagged(String set) {
        List<Labelled> others = LabelledInquiries.read(set).stream()
                .filter(inquiry -> !inquiry.urgent())
                .toList();
        assertThat(others)
                .filteredOn(inquiry -> RED_FLAGS.screen(inquiry.message()).urgent())
                .hasSizeLessThanOrEqualTo(others.size() / 8);
    }

    @ParameterizedTest
    @FieldSource("org.foramen.inquiries.LabelledInquiries#WISHES_TO_DIE")
    void noPlainWishToDieIsMissedAndOneInEightIdiomsIsTakenForOneAtMost(String set) {
        Map<String, List<Labelled>> byKind =
                LabelledInquiries.read(set).stream().collect(Collectors.groupingBy(Labelled::kind));
        assertThat(byKind.get("crisis-plain"))
                .filteredOn(inquiry -> RED_FLAGS.screen(inquiry.message()).level() != Level.CRISIS)
                .isEmpty();
        assertThat(byKind.get("near-miss"))
                .filteredOn(inquiry -> RED_FLAGS.screen(inquiry.message()).urgent())
                .hasSizeLessThanOrEqualTo(byKind.get("near-miss").size() / 8);
    }

    @Test
    void oneScreeningTakesAboutAMillisecondAtMost() {
        List<Labelled> inquiries = LabelledInquiries.read("public");
        long fastest = Long.MAX_VALUE;
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (int round = 0; round < 60; round++) {
            long start = threads.getCurrentThreadCpuTime();
            inquiries.forEach(inquiry -> RED_FLAGS.screen(inquiry.message()));
            fastest = Math.min(fastest, threads.getCurrentThreadCpuTime() - start);
        }
        assertThat(fastest / inquiries.size())
                .as("nanoseconds of processor time each, in the best round")
                .isLessThan(2_000_000);
    }
}
