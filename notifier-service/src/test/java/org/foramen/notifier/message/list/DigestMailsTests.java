package org.foramen.notifier.message.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.foramen.content.approval.Approval;
import org.foramen.content.approval.SignOff;
import org.foramen.content.approval.TextApproval;
import org.foramen.contract.InquiryId;
import org.foramen.contract.Level;
import org.foramen.contract.details.BestTime;
import org.foramen.notifier.ShippedContent;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.message.Stationery;
import org.foramen.notifier.message.desk.MailLinks;
import org.foramen.notifier.message.list.DailyFigures.Came;
import org.foramen.notifier.message.list.DailyFigures.PersonToAnswer;
import org.foramen.notifier.order.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mails of the day. */
class DigestMailsTests {

    private static final Instant FROM = Instant.parse("2026-11-22T15:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-23T15:00:00Z");
    private static final Approval APPROVAL = new Approval(
            new SignOff("Ana Kim, MD", LocalDate.of(2025, 12, 10), LocalDate.of(2026, 12, 10), "0".repeat(64)));
    private static final InquiryId SOMEBODY = id("K7F392QX");

    private static final Stationery STATIONERY =
            new Stationery(ShippedContent.CONTENT, new MailLinks(URI.create("https://console.clinic.example")));
    private final DeskDigest digest = new DeskDigest(STATIONERY);
    private final OperatorDigest trouble = new OperatorDigest(STATIONERY);

    @Test
    void twoLinesSayThatAllIsWell() {
        Mail mail = digest.write(figures(12, 12, List.of()), TO);

        assertThat(mail.to()).isEqualTo("front-desk@clinic.example");
        assertThat(mail.subject()).isEqualTo("Nobody waits for an answer.");
        assertThat(mail.text().lines().filter(line -> !line.isBlank()))
                .containsExactly(
                        "Nobody waits for an answer.",
                        "12 inquiries came since Sun 7 AM, all were mailed to this inbox.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0 | No inquiry came since Sun 7 AM.",
                "1 | 1 | 1 inquiry came since Sun 7 AM and was mailed to this inbox.",
                "1 | 0 | Inquiries since Sun 7 AM: 1 came, 0 were mailed to this inbox.",
                "9 | 8 | Inquiries since Sun 7 AM: 9 came, 8 were mailed to this inbox."
            })
    void itsLastLineSaysWhatTheMachineDid(int came, int mailed, String said) {
        assertThat(digest.write(figures(came, mailed, List.of()), TO).text().strip())
                .endsWith(said);
    }

    @Test
    void itIsTheListOfTheDayTheMostPressingFirst() {
        Mail mail = digest.write(
                figures(
                        3,
                        2,
                        List.of(
                                waiting("AAAA1111", Order.CALL, "es", "2026-11-21T01:00:00Z"),
                                waiting("AAAA2222", Order.CALL_NOW, "en", "2026-11-23T16:00:00Z"),
                                waiting("AAAA3333", Order.WRITE, "en", "2026-11-24T01:00:00Z"),
                                waiting("AAAA4444", Order.CALL, "en", "2026-11-25T01:00:00Z"))),
                TO);

        assertThat(mail.subject()).isEqualTo("Answer 4 inquiries, the next due first, 1 is late");
        assertThat(mail.text().lines().filter(line -> !line.isBlank() && !line.contains("https://")))
                .containsExactly(
                        "Answer 4 inquiries, the next due first, 1 is late",
                        "Emergencies",
                        "- possible emergency · Call now · AAAA-2222",
                        "Late",
                        "- was due Fri 5 PM · Call, in Spanish, mornings: foraminotomy · AAAA-1111",
                        "Due today",
                        "- by Mon 5 PM · Write: foraminotomy · AAAA-3333",
                        "Due later",
                        "- by Tue 5 PM · Call, mornings: foraminotomy · AAAA-4444",
                        "Inquiries since Sun 7 AM: 3 came, 2 were mailed to this inbox.");
        assertThat(mail.text()).contains("  https://console.clinic.example/people/" + id("AAAA1111"));
        assertThat(mail.html())
                .contains("href=\"https://console.clinic.example/people/" + id("AAAA1111") + "\"", ">Late</h2>");
    }

    @Test
    void itSaysWhomOurMailDoesNotReachWhatIsHeldBackAndWhichApprovalsEnd() {
        Mail mail = digest.write(
                new DailyFigures(
                        TO,
                        new Came(FROM, 2, 2),
                        List.of(),
                        List.of(SOMEBODY),
                        List.of(id("CCCCDDDD")),
                        2,
                        List.of(new TextApproval("general/en.md", APPROVAL))),
                TO);

        assertThat(mail.text())
                .contains(
                        "Up to 2 people wrote to us whose questions are lost. If somebody calls and says they wrote, it is so.",
                        "Our mail does not reach these people, or may not have: K7F3-92QX.\nhttps://console.clinic.example/",
                        "Held back as spam, perhaps real people: CCCC-DDDD.",
                        "Approvals of texts that end soon or have ended: general/en.md (2026-12-10).");
        assertThat(mail.html()).contains("K7F3-92QX", "CCCC-DDDD", "general/en.md (2026-12-10)");
    }

    @Test
    void troubleOfTheMachineGoesToTheOperator() {
        Delivery waits = Delivery.begun(
                new DeliveryKey(SOMEBODY, Audience.CLINIC), "<1@clinic.example>", new Position(0, 1), FROM, TO);

        Mail mail = trouble.write(List.of(waits), 1, "partition 2, 17 to 19", TO);

        assertThat(mail.to()).isEqualTo("operator@clinic.example");
        assertThat(mail.subject()).isEqualTo("Look at the console: 2 in trouble");
        assertThat(mail.text())
                .contains(
                        "Inquiries are lost: Kafka dropped partition 2, 17 to 19 before they were read.",
                        "- K7F3-92QX: the mail to the clinic has not gone (being sent).");
    }

    @Test
    void moreThanAnybodyReadsIsCountedAndNotListed() {
        List<PersonToAnswer> waiting = IntStream.range(0, 1_200)
                .mapToObj(number -> waiting("AAA%05d".formatted(number), Order.CALL, "en", "2026-11-21T01:00:00Z"))
                .toList();
        List<InquiryId> people = waiting.stream().map(PersonToAnswer::inquiry).toList();

        Mail mail = digest.write(
                new DailyFigures(TO, new Came(FROM, 1_200, 1_200), waiting, people, people, 0, List.of()), TO);

        assertThat(mail.subject()).isEqualTo("Answer 1200 inquiries, the next due first, 1200 are late");
        assertThat(mail.text().lines().filter(line -> line.startsWith("- was due")))
                .hasSize(200);
        assertThat(mail.text()).contains("1000 more inquiries are on the board.", ", +1000.");
        assertThat(mail.html().length() + mail.text().length()).isLessThan(200_000);
    }

    @Test
    void tenThousandTroublesAreCountedAndTheFirstAreListed() {
        List<Delivery> first = IntStream.range(0, 200)
                .mapToObj(number -> Delivery.begun(
                        new DeliveryKey(new Subject.DeadLetter(new Position(0, number)), Audience.NOTICE),
                        "<" + number + "@clinic.example>",
                        new Position(0, number),
                        FROM,
                        TO))
                .toList();

        Mail mail = trouble.write(first, 10_000, "", TO);

        assertThat(mail.subject()).isEqualTo("Look at the console: 10000 in trouble");
        assertThat(mail.text()).contains("- 9800 more are on the console.");
        assertThat(mail.html().length() + mail.text().length()).isLessThan(200_000);
    }

    private static DailyFigures figures(int came, int mailed, List<PersonToAnswer> waiting) {
        return new DailyFigures(TO, new Came(FROM, came, mailed), waiting, List.of(), List.of(), 0, List.of());
    }

    private static PersonToAnswer waiting(String start, Order order, String language, String due) {
        Level level = order == Order.CALL_NOW ? Level.EMERGENCY : Level.USUAL;
        return new PersonToAnswer(
                id(start), order, level, language, BestTime.MORNING, "foraminotomy", Instant.parse(due));
    }

    private static InquiryId id(String start) {
        return new InquiryId(start + "0".repeat(18));
    }
}
