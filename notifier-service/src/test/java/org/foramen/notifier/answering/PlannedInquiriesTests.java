package org.foramen.notifier.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.foramen.content.ContentCopy;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.wire.UnreadableInquiry;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.Settings;
import org.foramen.notifier.ShippedContent;
import org.foramen.notifier.answering.PlannedInquiries.Planned;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.matching.ProcedureMatcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlannedInquiriesTests {

    private static final ProcedureMatcher MATCHER = ProcedureMatcher.load(
            ContentCopy.ORIGINAL, ShippedContent.CONTENT.library().names());
    private static final InquiryReceived INQUIRY = Inquiries.number(1);
    private static final Position PLACE = new Position(2, 17);

    private final List<InquiryReceived> opened = new ArrayList<>();
    private PlannedInquiries inquiries;

    @BeforeEach
    void nothingIsPlanned() {
        inquiries = new PlannedInquiries(new ResponseDecider(ShippedContent.CONTENT, MATCHER, Settings.defaults()));
    }

    @Test
    void theSecondGroupOpensAndReadsNothingAgain() {
        Planned first = at(PLACE, INQUIRY);

        assertThat(at(PLACE, INQUIRY)).isSameAs(first);
        assertThat(opened).containsExactly(INQUIRY);
    }

    @Test
    void nothingIsKeptForAThirdReading() {
        Planned first = at(PLACE, INQUIRY);
        at(PLACE, INQUIRY);

        assertThat(at(PLACE, INQUIRY)).isNotSameAs(first);
        assertThat(opened).hasSize(2);
    }

    @Test
    void eachPlaceHasItsOwn() {
        at(PLACE, INQUIRY);

        assertThat(at(new Position(2, 18), Inquiries.number(2)).inquiry().id())
                .isEqualTo(Inquiries.number(2).id());
        assertThat(at(PLACE, INQUIRY).inquiry()).isEqualTo(INQUIRY);
    }

    @Test
    void whatWasErasedIsNotKept() {
        at(PLACE, INQUIRY);
        inquiries.forget(INQUIRY.id().value());
        at(PLACE, INQUIRY);

        assertThat(opened).hasSize(2);
    }

    @Test
    void anErasureOfAnotherChangesNothing() {
        at(PLACE, INQUIRY);
        inquiries.forget("a stranger's");
        inquiries.forget(null);
        at(PLACE, INQUIRY);

        assertThat(opened).hasSize(1);
    }

    @Test
    void whatCannotBeReadIsReadByBoth() {
        UnreadableInquiry broken = new UnreadableInquiry(UnreadableInquiry.Reason.SEAL_BROKEN);
        for (int group = 0; group < 2; group++) {
            assertThatThrownBy(() -> inquiries.at(PLACE, () -> {
                        throw broken;
                    }))
                    .isSameAs(broken);
        }

        assertThat(at(PLACE, INQUIRY).inquiry()).isEqualTo(INQUIRY);
    }

    private Planned at(Position place, InquiryReceived inquiry) {
        return inquiries.at(place, () -> {
            opened.add(inquiry);
            return inquiry;
        });
    }
}
