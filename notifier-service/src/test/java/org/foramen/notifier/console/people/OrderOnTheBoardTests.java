package org.foramen.notifier.console.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.foramen.content.ClinicContent;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Suspicion;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.ShippedContent;
import org.foramen.notifier.cases.Board;
import org.foramen.notifier.cases.CaseFile;
import org.foramen.notifier.console.view.ClinicTime;
import org.foramen.notifier.ledger.Ledgers;
import org.foramen.notifier.message.ClinicMail;
import org.foramen.notifier.message.Response;
import org.foramen.notifier.message.Stationery;
import org.foramen.notifier.message.desk.DeskNote;
import org.foramen.notifier.message.desk.MailLinks;
import org.foramen.notifier.order.Order;
import org.foramen.notifier.order.PatientMailNews;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The board and the page of a person say the order that the mail says, to the letter. */
class OrderOnTheBoardTests {

    private static final Instant NOW = Instant.parse("2026-11-24T18:00:00Z");
    private static final Response NOT_A_PATIENT =
            new Response(null, "", List.of(Suspicion.NOT_A_PATIENT.wireName()), null);

    private static final ClinicContent CONTENT = ShippedContent.CONTENT;
    private final DeskNote desk = new DeskNote(CONTENT, new MailLinks(null));
    private final CaseWords words = new CaseWords(CONTENT);

    @TempDir
    Path keys;

    private Board board;

    @BeforeEach
    void begin() {
        board = Board.in(Ledgers.database("order-on-the-board"), keys.resolve("keys"), NOW);
    }

    static Stream<InquiryReceived> people() {
        InquiryReceived spanish = Inquiries.with(1, "ana@example.com", true, "es-MX", "¿Es peligrosa?");
        return Stream.of(
                Inquiries.number(1),
                spanish,
                Inquiries.wantsMail(spanish),
                Inquiries.withoutPhone(Inquiries.wantsMail(Inquiries.number(1))),
                Inquiries.urgent(spanish, "numb"),
                Inquiries.withoutPhone(Inquiries.inCrisis(spanish)));
    }

    @ParameterizedTest
    @MethodSource("people")
    void eachOrderIsSaidAlike(InquiryReceived inquiry) {
        CaseFile file = opened(inquiry, Board.ANSWER);
        String mail = new ClinicMail(new Stationery(CONTENT, new MailLinks(null)))
                .write(inquiry, "front-desk@clinic.example", Board.ANSWER, PatientMailNews.planned(null))
                .subject();

        String order = words.order(file);

        assertThat(mail).startsWith(order + ": ");
        assertThat(OpenedInquiry.of(inquiry, file.order(), List.of(), desk, words)
                        .title())
                .isEqualTo(order);
    }

    @ParameterizedTest
    @MethodSource("people")
    void theButtonSaysWhatTheOrderAsksFor(InquiryReceived inquiry) {
        CaseFile file = opened(inquiry, Board.ANSWER);

        assertThat(words.show(file)).isEqualTo(file.order().calls() ? "Show and call" : "Show and write");
    }

    @Test
    void whatTheDeciderTakesForSpamIsNothingToDoThoughTheFormSawNoDoubt() {
        InquiryReceived offer = Inquiries.number(1);
        assertThat(offer.suspected()).isFalse();

        CaseFile file = opened(offer, NOT_A_PATIENT);

        assertThat(file.order()).isEqualTo(Order.NOTHING);
        assertThat(words.order(file)).isEqualTo("probably spam");
        assertThat(words.show(file)).isEqualTo("Show");
        assertThat(OpenedInquiry.of(offer, file.order(), List.of(), desk, words).title())
                .isEqualTo("Nothing to do");
    }

    @Test
    void whatNobodyIsAskedToAnswerHasNoTimeOnTheBoard() {
        BoardRows rows = new BoardRows(words, new ClinicTime(CONTENT));
        CaseFile spam = opened(Inquiries.receivedAt(Inquiries.number(1), NOW), NOT_A_PATIENT);

        for (Instant now : List.of(NOW, spam.due().minusSeconds(60), spam.due().plusSeconds(60))) {
            assertThat(rows.row(spam, null, now)).satisfies(row -> {
                assertThat(row.clock()).isEqualTo("nothing due");
                assertThat(row.pace()).isEmpty();
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "refused,, our mail does not reach them|Call,",
        "withheld, own-address, our mail does not reach them|Call,",
        "withheld, too-many, Call, our mail is held back: it is one mail too many for this address today",
        "withheld, role-address, Call, 'our mail is held back: the address belongs to a machine or an office, not to a person'",
        "deferred,, Call, our mail is not out yet"
    })
    void aRowSaysOnceWhatBecameOfOurMail(String state, @Nullable String reason, String pills, @Nullable String got) {
        opened(Inquiries.number(1), Board.ANSWER);
        mailToPerson(Inquiries.number(1).id(), state, reason);

        BoardRow row = row(Inquiries.number(1));

        assertThat(row.pills()).extracting(BoardRow.Pill::text).containsExactly(pills.split("\\|"));
        assertThat(row.got()).isEqualTo(got == null ? "" : got);
    }

    @Test
    void whoWasReachedIsNotToBeCalled() {
        InquiryReceived inquiry = Inquiries.urgent(Inquiries.number(1), "numb");
        opened(inquiry, Board.ANSWER);
        board.actions.reached(inquiry.id(), 0, "desi");

        assertThat(row(inquiry).pills()).extracting(BoardRow.Pill::text).containsExactly("emergency signs");
    }

    private BoardRow row(InquiryReceived inquiry) {
        return new BoardRows(words, new ClinicTime(CONTENT)).row(board.file(inquiry.id()), null, NOW);
    }

    private void mailToPerson(InquiryId id, String state, @Nullable String reason) {
        board.jdbc
                .sql(
                        """
                        insert into delivery (subject_kind, subject_id, audience, recipient_index, state, reason, attempts, unknowns,
                            message_id, topic_partition, topic_offset, owed_since)
                        values ('inquiry', ?, 'patient', 1, ?, ?, 1, 0, '<3>', 0, 0, ?)
                        """)
                .params(id.value(), state, reason, NOW.atOffset(ZoneOffset.UTC))
                .update();
    }

    @ParameterizedTest
    @EnumSource
    void eachDoubtIsSaidInTheWordsOfTheMail(Suspicion doubt) {
        InquiryReceived inquiry = Inquiries.number(1);
        Response answer = new Response(null, "", List.of(doubt.wireName()), null);
        String mail = new ClinicMail(new Stationery(CONTENT, new MailLinks(null)))
                .write(inquiry, "front-desk@clinic.example", answer, PatientMailNews.planned(null))
                .text();

        assertThat(OpenedInquiry.of(inquiry, Order.NOTHING, answer.suspicions(), desk, words)
                        .facts())
                .filteredOn(fact -> fact.name().equals("In doubt"))
                .singleElement()
                .satisfies(fact -> assertThat(mail.replaceAll("\\s+", " ")).contains(fact.value()));
    }

    private CaseFile opened(InquiryReceived inquiry, Response answer) {
        board.opener.open(inquiry, answer, NOW);
        return board.file(inquiry.id());
    }
}
