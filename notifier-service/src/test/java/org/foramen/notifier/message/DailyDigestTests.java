package org.foramen.notifier.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.foramen.content.ClinicContent;
import org.foramen.contract.InquiryId;
import org.foramen.contract.Level;
import org.foramen.contract.details.BestTime;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.message.DailyFigures.Waiting;
import org.foramen.notifier.message.desk.MailLinks;
import org.foramen.notifier.order.Order;
import org.junit.jupiter.api.Test;

/** The mails of the day. */
class DailyDigestTests {

    private static final Instant FROM = Instant.parse("2026-11-22T15:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-23T15:00:00Z");
    private static final InquiryId SOMEBODY = id("K7F392QX");

    private final DailyDigest digest = new DailyDigest(new Stationery(
            ClinicContent.load(Path.of("../content")), new MailLinks(URI.create("https://console.clinic.example"))));

    @Test
    void twoLinesSayThatAllIsWell() {
        Mail mail = digest.toDesk(new DailyFigures(TO, 12, 12, List.of(), List.of()), TO);

        assertThat(mail.to()).isEqualTo("front-desk@clinic.example");
        assertThat(mail.subject()).isEqualTo("Nobody waits for an answer.");
        assertThat(mail.text().lines().filter(line -> !line.isBlank()))
                .containsExactly(
                        "Nobody waits for an answer.", "12 inquiries came, 12 of them were mailed to this inbox.");
    }

    @Test
    void whoeverWaitsIsNamedByOrderAndTimeWithALinkToTheBoard() {
        Waiting late = new Waiting(
                SOMEBODY,
                Order.CALL,
                Level.USUAL,
                "es",
                BestTime.MORNING,
                "foraminotomy",
                Instant.parse("2026-11-21T01:00:00Z"));
        Waiting next = new Waiting(
                id("AAAABBBB"), Order.WRITE, Level.USUAL, "en", null, null, Instant.parse("2026-11-24T01:00:00Z"));

        Mail mail = digest.toDesk(new DailyFigures(TO, 3, 2, List.of(late, next), List.of(id("CCCCDDDD"))), TO);

        assertThat(mail.subject()).isEqualTo("Answer 2 people, the next due first, 1 is late");
        assertThat(mail.text())
                .contains(
                        "- late, was due Fri 5 PM · Call, in Spanish, mornings: foraminotomy · K7F3-92QX\n"
                                + "  https://console.clinic.example/people/" + SOMEBODY,
                        "- by Mon 5 PM · Write: general question · AAAA-BBBB",
                        "Held back as spam, perhaps real people: CCCC-DDDD.");
        assertThat(mail.html()).contains("href=\"https://console.clinic.example/people/" + SOMEBODY + "\"");
    }

    @Test
    void troubleOfTheMachineGoesToTheOperator() {
        Delivery waits = Delivery.begun(
                new DeliveryKey(SOMEBODY, Audience.CLINIC), "<1@clinic.example>", new Position(0, 1), FROM, TO);

        Mail mail = digest.toOperator(List.of(waits), TO);

        assertThat(mail.to()).isEqualTo("operator@clinic.example");
        assertThat(mail.subject()).isEqualTo("Look at the console: 1 in trouble");
        assertThat(mail.text()).contains("- K7F3-92QX: the mail to the clinic waits (attempting).");
    }

    private static InquiryId id(String start) {
        return new InquiryId(start + "0".repeat(18));
    }
}
