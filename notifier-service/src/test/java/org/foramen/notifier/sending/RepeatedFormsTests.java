package org.foramen.notifier.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.foramen.base.SealKeyFiles;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.Settings;
import org.foramen.notifier.answering.MailPlan;
import org.foramen.notifier.cases.Board;
import org.foramen.notifier.cases.RepeatedForms;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.ledger.Ledger;
import org.foramen.notifier.ledger.Ledgers;
import org.foramen.notifier.message.Response;
import org.foramen.notifier.order.Order;
import org.foramen.notifier.sending.attempt.Attempt;
import org.foramen.notifier.sending.attempt.Task;
import org.foramen.notifier.settings.NotifierSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One token that comes with several contents, by several intakes or after a restart. The same for every database. */
abstract class RepeatedFormsTests {

    private static final Instant NOW = Instant.parse("2026-11-24T18:00:00Z");

    @TempDir
    Path keys;

    private Board board;
    private Ledger ledger;
    private Deliveries deliveries;
    private RepeatedForms repeats;

    abstract DataSource database();

    @BeforeEach
    void migrate() {
        DataSource database = Ledgers.emptied(database());
        SealKeyFiles.makeIfAbsent(keys.resolve("keys"));
        NotifierSettings settings = Settings.defaults();
        board = Board.over(database, keys.resolve("keys"), NOW);
        ledger = Ledgers.in(database, keys.resolve("keys"), settings);
        repeats = new RepeatedForms(JdbcClient.create(database));
        deliveries = Sendings.deliveries(
                ledger, Ledgers.followups(database, ledger), board.opener, settings, board.transactions);
    }

    @Test
    void theFirstIsMailedAndTheOtherWaitsUntilSomebodyReleasesIt() {
        InquiryReceived first = withToken(1, 7);
        InquiryReceived other = withToken(2, 7);

        assertThat(begun(toBoth(first))).hasSize(2);
        List<Attempt> mails = begun(toBoth(other));

        assertThat(mails).singleElement().satisfies(mail -> {
            assertThat(mail.delivery().key().audience()).isEqualTo(Audience.CLINIC);
            assertThat(planOf(mail).answer().suspicions()).containsExactly("form-sent-before");
        });
        assertThat(toPatient(other)).satisfies(mail -> {
            assertThat(mail.state()).isEqualTo(State.WITHHELD);
            assertThat(mail.reason()).isEqualTo(Reason.FORM_SENT_BEFORE);
        });
        assertThat(board.file(first.id()).suspected()).isFalse();
        assertThat(board.file(other.id()).order())
                .as("the receipt promised an answer")
                .isEqualTo(Order.CALL);
        assertThat(repeats.marked(first).suspicions()).isEmpty();
        assertThat(repeats.marked(other).suspicions()).containsExactly("form-sent-before");
        assertThat(board.cases.sameFormBefore(other.id())).contains(board.file(first.id()));
        assertThat(board.cases.sameFormBefore(first.id())).isEmpty();
    }

    @Test
    void theFirstOfAFormLeadsToAllThatCameAfterIt() {
        InquiryReceived first = withToken(1, 7);
        InquiryReceived second = Inquiries.receivedAt(withToken(2, 7), NOW);
        InquiryReceived third = Inquiries.receivedAt(withToken(3, 7), NOW.plusSeconds(60));
        InquiryReceived ofAnotherForm = withToken(4, 8);

        Stream.of(first, third, second, ofAnotherForm).forEach(inquiry -> begun(toBoth(inquiry)));

        assertThat(board.cases.sameFormAfter(first.id(), 10))
                .containsExactly(board.file(second.id()), board.file(third.id()));
        assertThat(board.cases.sameFormAfter(second.id(), 10)).isEmpty();
        assertThat(board.cases.sameFormAfter(ofAnotherForm.id(), 10)).isEmpty();
    }

    @Test
    void theSameContentStaysTheFirstHoweverOftenItIsReadAndByWhom() {
        InquiryReceived inquiry = withToken(1, 7);

        begun(List.of(task(inquiry, Audience.CLINIC)));
        List<Attempt> patient = begun(List.of(task(inquiry, Audience.PATIENT)));

        assertThat(patient).hasSize(1);
        assertThat(begun(toBoth(inquiry))).isEmpty();
        assertThat(board.file(inquiry.id()).suspected()).isFalse();
        assertThat(repeats.marked(inquiry)).isEqualTo(inquiry);
    }

    @Test
    void whoComesSecondIsSoForBothGroupsWhicheverReadsItFirst() {
        begun(toBoth(withToken(1, 7)));
        InquiryReceived other = withToken(2, 7);

        assertThat(begun(List.of(task(other, Audience.PATIENT)))).isEmpty();
        List<Attempt> clinic = begun(List.of(task(other, Audience.CLINIC)));

        assertThat(planOf(clinic.get(0)).answer().suspected()).isTrue();
    }

    @Test
    void aMailThatNoConnectionIsFreeForIsWithheldToo() {
        begun(toBoth(withToken(1, 7)));
        InquiryReceived other = withToken(2, 7);

        deliveries.turn(List.of(), List.of(), List.of(), List.of(task(other, Audience.PATIENT)), NOW);

        assertThat(toPatient(other).state()).isEqualTo(State.WITHHELD);
    }

    @Test
    void inquiriesWithoutATokenAreNobodysRepeats() {
        begun(toBoth(Inquiries.number(1)));

        assertThat(begun(toBoth(Inquiries.number(2)))).hasSize(2);
        assertThat(board.file(Inquiries.number(2).id()).suspected()).isFalse();
    }

    @Test
    void anErasureLeavesNothingOfTheToken() {
        InquiryReceived first = withToken(1, 7);
        InquiryReceived other = withToken(2, 7);
        begun(toBoth(first));
        begun(toBoth(other));

        board.erasure.erase(first.id(), NOW);
        board.erasure.erase(other.id(), NOW);

        assertThat(board.jdbc
                        .sql("select count(*) from inquiry_case where token_hash is not null or repeats is not null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** Six notifiers read what six intakes took with the same twenty tokens, each in an order and in batches of its own. */
    @Test
    void ofManyAtOnceOneIsTheFirstAndNoneIsLost() throws Exception {
        int notifiers = 6;
        int tokens = 20;
        CyclicBarrier together = new CyclicBarrier(notifiers);
        ExecutorService threads = Executors.newFixedThreadPool(notifiers);
        try {
            List<Callable<Void>> all = IntStream.range(0, notifiers)
                    .<Callable<Void>>mapToObj(notifier -> () -> {
                        List<InquiryReceived> read = new ArrayList<>(IntStream.range(0, tokens)
                                .mapToObj(token ->
                                        withToken(1 + notifier * tokens + (notifier * 7 + token * 3) % tokens, token))
                                .toList());
                        Collections.shuffle(read, new Random(notifier));
                        together.await();
                        for (int from = 0; from < tokens; from += 5) {
                            begun(read.subList(from, from + 5).stream()
                                    .flatMap(inquiry -> toBoth(inquiry).stream())
                                    .toList());
                        }
                        return null;
                    })
                    .toList();
            for (Future<Void> one : threads.invokeAll(all)) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(count("inquiry_case where repeats is not null")).isEqualTo((notifiers - 1) * tokens);
        assertThat(count("inquiry_case where not suspected and token_hash is not null and repeats is null"))
                .isEqualTo(tokens);
        assertThat(
                        count(
                                "inquiry_case other where repeats in (select inquiry_id from inquiry_case where token_hash is not null)"))
                .isEqualTo((notifiers - 1) * tokens);
        assertThat(count("delivery where audience = 'clinic' and state = 'attempting'"))
                .isEqualTo(notifiers * tokens);
        assertThat(count("delivery where audience = 'patient' and state = 'attempting'"))
                .isEqualTo(tokens);
        assertThat(count("delivery where audience = 'patient' and reason = 'form-sent-before'"))
                .isEqualTo((notifiers - 1) * tokens);
    }

    private int count(String what) {
        return board.jdbc
                .sql("select count(*) from " + what)
                .query(Integer.class)
                .single();
    }

    private List<Attempt> begun(List<Task.Fresh> tasks) {
        return deliveries.turn(List.of(), List.of(), List.copyOf(tasks), List.of(), NOW);
    }

    private Delivery toPatient(InquiryReceived inquiry) {
        return ledger.find(new DeliveryKey(inquiry.id(), Audience.PATIENT)).orElseThrow();
    }

    private static MailPlan planOf(Attempt attempt) {
        return attempt.task().fold(Task.Fresh::plan, due -> null);
    }

    private static InquiryReceived withToken(int number, int token) {
        return Inquiries.with(Inquiries.number(number), "%043d".formatted(token));
    }

    private static List<Task.Fresh> toBoth(InquiryReceived inquiry) {
        return Stream.of(Audience.CLINIC, Audience.PATIENT)
                .map(audience -> task(inquiry, audience))
                .toList();
    }

    private static Task.Fresh task(InquiryReceived inquiry, Audience audience) {
        Response answer = new Response(null, "", List.of(), null);
        return new Task.Fresh(
                new DeliveryKey(inquiry.id(), audience),
                new Position(0, 1),
                inquiry,
                new MailPlan(answer, List.of("front-desk@clinic.example")),
                null);
    }
}
