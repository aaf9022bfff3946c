package org.foramen.notifier.console;

import static org.awaitility.Awaitility.await;

import java.time.Instant;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.cases.CaseState;
import org.foramen.notifier.cases.Cases;
import org.springframework.beans.factory.annotation.Autowired;

/** The board in a real browser, and inquiries to stand on it. */
abstract class BrowsedBoard extends BrowsedConsole {

    @Autowired
    Cases cases;

    void open(InquiryReceived inquiry) {
        publish(inquiry);
        await().atMost(SOON).until(() -> cases.find(inquiry.id()).isPresent());
    }

    CaseState stateOf(InquiryId inquiry) {
        return cases.find(inquiry).orElseThrow().state();
    }

    static InquiryReceived asked(String name, int number, String language) {
        return Inquiries.receivedAt(
                Inquiries.called(
                        id(name),
                        Inquiries.with(number, "canary" + number + "@example.com", true, language, "Canary words")),
                Instant.now());
    }

    static String id(String name) {
        return name + "0".repeat(26 - name.length());
    }
}
