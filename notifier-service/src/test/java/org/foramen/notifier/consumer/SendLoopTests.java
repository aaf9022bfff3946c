package org.foramen.notifier.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.foramen.base.SealKeyFiles;
import org.foramen.content.MovedClock;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.Settings;
import org.foramen.notifier.answering.MailPlan;
import org.foramen.notifier.cases.Board;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.ledger.DueDeliveries;
import org.foramen.notifier.ledger.Ledger;
import org.foramen.notifier.ledger.Ledgers;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.message.Response;
import org.foramen.notifier.message.ShortMail;
import org.foramen.notifier.sending.CircuitBreaker;
import org.foramen.notifier.sending.Sendings;
import org.foramen.notifier.sending.attempt.Attempt;
import org.foramen.notifier.sending.attempt.Attempted;
import org.foramen.notifier.sending.attempt.Task;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.smtp.verdict.Reply;
import org.foramen.notifier.smtp.verdict.SmtpOutcome;
import org.foramen.notifier.topic.InquiryReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;

/** The loop, turned by hand, with a ledger in memory and a mail server that says what the test wants. */
class SendLoopTests {

    private static final String TOPIC = "inquiries";
    private static final TopicPartition FIRST = new TopicPartition(TOPIC, 0);
    private static final TopicPartition SECOND = new TopicPartition(TOPIC, 1);
    private static final SmtpOutcome SENT = new SmtpOutcome.Sent(new Reply(250, "2.0.0"));
    private static final SmtpOutcome AWAY = new SmtpOutcome.Unavailable(Reply.NONE, "the mail server does not answer");

    @TempDir
    Path keys;

    private final NotifierSettings settings = Settings.defaults();
    private final MockConsumer<String, byte[]> kafka = new MockConsumer<>("earliest");
    private final TopicReader topic = new TopicReader(kafka, record -> {});
    private final Deque<Runnable> pool = new ArrayDeque<>();
    private final Map<String, SmtpOutcome> says = new HashMap<>();
    private final List<String> tried = new ArrayList<>();
    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-28T09:00:00Z"));
    private final CircuitBreaker breaker = new CircuitBreaker("test", settings.retry());
    private DataSource database;
    private Ledger ledger;
    private DueDeliveries due;
    private Board board;
    private SendLoop loop;
    private boolean handlerFails;
    private final List<String> aside = new ArrayList<>();

    @BeforeEach
    void begin() {
        SealKeyFiles.makeIfAbsent(keys.resolve("keys"));
        database = Ledgers.database("loop");
        ledger = Ledgers.in(database, keys.resolve("keys"), settings);
        due = new DueDeliveries(JdbcClient.create(database));
        board = Board.over(database, keys.resolve("keys"), clock.instant());
        loop = loop(pool::add);
        topic.subscribe(TOPIC);
        kafka.rebalance(List.of(FIRST, SECOND));
        kafka.updateBeginningOffsets(Map.of(FIRST, 0L, SECOND, 0L));
    }

    @Test
    void aRecordThatIsReadIsSentAndNoted() {
        arrives(FIRST, 0, 1);

        loop.turn();
        theMailServerAnswers();
        loop.turn();

        assertThat(stateOf(1)).isEqualTo(State.SENT);
        assertThat(tried).hasSize(1);
    }

    @Test
    void theOffsetMovesOnceTheLedgerOwesTheMail() {
        arrives(FIRST, 0, 1);

        loop.turn();

        assertThat(stateOf(1)).isEqualTo(State.ATTEMPTING);
        assertThat(committed(FIRST)).isEqualTo(1);
    }

    @Test
    void aSlowMailHoldsUpNothingButItsOwnConnection() {
        for (int number = 1; number <= 4; number++) {
            arrives(FIRST, number - 1, number);
        }
        loop.turn();
        Runnable slow = pool.removeFirst();

        for (int turn = 0; turn < 3; turn++) {
            theMailServerAnswers();
            loop.turn();
        }

        assertThat(List.of(stateOf(2), stateOf(3), stateOf(4))).containsOnly(State.SENT);
        assertThat(stateOf(1)).isEqualTo(State.ATTEMPTING);
        slow.run();
        loop.turn();
        assertThat(stateOf(1)).isEqualTo(State.SENT);
    }

    @Test
    void noMoreMailsAreOnTheirWayThanThereAreConnections() {
        for (int number = 1; number <= 10; number++) {
            arrives(FIRST, number - 1, number);
        }

        loop.turn();
        loop.turn();

        assertThat(pool).hasSize(settings.smtp().connections());
    }

    @Test
    void whileTheMailServerIsAwayNothingIsCountedAndOneOtherMailProbes() {
        says.put(id(1), AWAY);
        arrives(FIRST, 0, 1);
        loop.turn();
        theMailServerAnswers();
        arrives(FIRST, 1, 2);
        arrives(FIRST, 2, 3);

        loop.turn();

        assertThat(breaker.isOpen()).isTrue();
        assertThat(find(1).attempts()).isZero();
        assertThat(pool).isEmpty();
        clock.move(settings.retry().serverFirst());
        loop.turn();
        assertThat(pool).as("one probes").hasSize(1);
        theMailServerAnswers();
        loop.turn();
        assertThat(stateOf(2)).isEqualTo(State.SENT);
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void aMailThatMetNoServerIsSentLaterThoughItsOffsetHasMoved() {
        says.put(id(1), AWAY);
        arrives(FIRST, 0, 1);
        loop.turn();
        theMailServerAnswers();
        loop.turn();
        says.clear();

        clock.move(Duration.ofMinutes(1));
        loop.turn();
        theMailServerAnswers();
        loop.turn();

        assertThat(stateOf(1)).isEqualTo(State.SENT);
        assertThat(find(1).attempts()).isEqualTo(1);
    }

    @Test
    void whoeverAsksWhileTheMailServerIsAwayIsOnTheBoardWithinSeconds() {
        says.put(id(1), AWAY);
        arrives(FIRST, 0, 1);
        loop.turn();
        theMailServerAnswers();
        loop.turn();
        for (int number = 2; number <= 300; number++) {
            arrives(FIRST, number - 1, number);
        }

        for (int second = 0; second < 20; second++) {
            clock.move(Duration.ofMillis(500));
            loop.turn(); // a probe may be on its way, and is not answered
        }

        assertThat(board.opener.known(IntStream.rangeClosed(1, 300)
                        .mapToObj(number -> Inquiries.number(number).id())
                        .toList()))
                .hasSize(300);
        assertThat(find(300).state()).isEqualTo(State.OWED);
        assertThat(find(300).attempts()).isZero();
        assertThat(committed(FIRST)).isEqualTo(300);
    }

    @Test
    void whatWasOwedWhileItWaitedIsSentOnce() {
        arrives(FIRST, 0, 1);
        arrives(FIRST, 1, 2);
        arrives(FIRST, 2, 3);
        arrives(FIRST, 3, 4);
        loop.turn();
        clock.move(Duration.ofSeconds(3));
        loop.turn();
        assertThat(stateOf(4)).as("no connection is free").isEqualTo(State.OWED);

        theMailServerAnswers();
        loop.turn();
        clock.move(settings.retry().poll());
        loop.turn();
        theMailServerAnswers();
        loop.turn();

        assertThat(tried).containsExactlyInAnyOrder(id(1), id(2), id(3), id(4));
        assertThat(stateOf(4)).isEqualTo(State.SENT);
    }

    @Test
    void whatWaitsAMomentOnlyIsBegunWithoutBeingOwedFirst() {
        for (int number = 1; number <= 4; number++) {
            arrives(FIRST, number - 1, number);
        }
        loop.turn();
        clock.move(Duration.ofSeconds(1));
        loop.turn();

        assertThat(ledger.find(key(4))).isEmpty();
    }

    @Test
    void whileMailsEndOneAfterTheOtherTheNextAreNotOwedFirst() {
        for (int number = 1; number <= 100; number++) {
            arrives(FIRST, number - 1, number);
        }

        for (int second = 0; second < 12; second++) {
            loop.turn();
            theMailServerAnswers();
            clock.move(Duration.ofSeconds(1));
        }

        assertThat(tried).hasSizeBetween(30, 40);
        assertThat(ledger.find(key(100))).isEmpty();
        clock.move(Duration.ofSeconds(10));
        loop.turn();
        loop.turn();
        assertThat(find(100).state()).as("nobody waits longer").isEqualTo(State.OWED);
    }

    @Test
    void aTryThatIsRunningIsNotTakenForOneThatACrashCutOff() {
        arrives(FIRST, 0, 1);
        loop.turn();

        for (int minute = 0; minute < 10; minute++) {
            clock.move(Ledger.LEASE.dividedBy(2));
            loop.turn();
        }

        assertThat(due.find(EnumSet.allOf(Audience.class), clock.instant(), 10)).isEmpty();
        assertThat(pool).hasSize(1);
    }

    @Test
    void aTryThatACrashCutOffIsTakenUpByAnother() {
        arrives(FIRST, 0, 1);
        loop.turn();
        pool.clear();
        SendLoop another = loop(pool::add);

        clock.move(Ledger.LEASE.plusSeconds(1));
        another.turn();
        theMailServerAnswers();
        another.turn();

        assertThat(stateOf(1)).isEqualTo(State.SENT);
        assertThat(find(1).attempts()).isEqualTo(2);
    }

    @Test
    void aRecordThatIsReadTwiceIsSentOnce() {
        arrives(FIRST, 0, 1);
        arrives(FIRST, 1, 1);

        loop.turn();
        theMailServerAnswers();
        loop.turn();
        loop.turn();

        assertThat(tried).hasSize(1);
        assertThat(committed(FIRST)).isEqualTo(2);
    }

    @Test
    void whatFailedHoldsUpItsOwnPartitionAndNoOther() {
        handlerFails = true;
        arrives(FIRST, 0, 1);
        loop.turn();
        handlerFails = false;
        arrives(SECOND, 0, 2);
        arrives(FIRST, 1, 3);

        loop.turn();

        assertThat(running()).containsExactly(id(2));
        clock.move(Duration.ofSeconds(1));
        loop.turn();
        assertThat(running()).containsExactlyInAnyOrder(id(2), id(1), id(3));
    }

    @Test
    void aRecordThatFailsByItselfIsSetAsideAndHoldsUpNobody() {
        arrives(FIRST, 0, -1); // no number of an inquiry of these tests
        arrives(FIRST, 1, 2);

        loop.turn();

        assertThat(aside).containsExactly("-1");
        assertThat(running()).containsExactly(id(2));
        assertThat(committed(FIRST)).isEqualTo(2);
    }

    @Test
    void forADeadLetterThatKafkaDoesNotTakeOthersWaitMinutesAndNotForEver() {
        handlerFails = true;
        arrives(FIRST, 0, 1);
        for (int minute = 0; minute < 10; minute++) {
            loop.turn();
            clock.move(Duration.ofMinutes(1));
        }
        handlerFails = false;
        arrives(FIRST, 1, 2);

        loop.turn();

        assertThat(aside).containsExactly("1");
        assertThat(running()).containsExactly(id(2));
    }

    @Test
    void mailsThatAreDueLeaveAConnectionToNewOnes() {
        for (int number = 1; number <= 5; number++) {
            ledger.owe(key(number), new Position(0, number), Reason.RECONCILED, clock.instant());
        }
        loop.turn(); // and none of these is ever answered
        arrives(FIRST, 0, 9);

        loop.turn();
        pool.removeLast().run(); // one of those that were due
        loop.turn();

        assertThat(running()).contains(id(9));
    }

    @Test
    void theOneConnectionThatIsAllThereIsTakesTurns() {
        SendLoop single = loop(pool::add, 1);
        for (int number = 1; number <= 5; number++) {
            ledger.owe(
                    key(number),
                    new Position(0, number),
                    Reason.RECONCILED,
                    clock.instant().minusSeconds(9 - number));
        }
        single.turn();
        for (int number = 6; number <= 8; number++) {
            arrives(FIRST, number - 6, number);
        }

        for (int turn = 0; turn < 8; turn++) {
            theMailServerAnswers();
            single.turn();
        }

        assertThat(tried).containsExactly(id(1), id(6), id(2), id(7), id(3), id(8), id(4), id(5));
    }

    @Test
    void whatEndedWhileTheLedgerWasAwayIsNotedWhenItIsBack() {
        arrives(FIRST, 0, 1);
        loop.turn();
        theMailServerAnswers();
        ledgerIsAway = true;
        assertThatThrownBy(loop::turn).isInstanceOf(CannotCreateTransactionException.class);
        ledgerIsAway = false;

        loop.turn();

        assertThat(stateOf(1)).isEqualTo(State.SENT);
        assertThat(tried).hasSize(1);
    }

    /** At a rate that the connections just bear; of those before the one and those after it, the longest wait is compared. */
    @Test
    void oneThatIsPutOffForEverCostsNobodyElseMoreThanItsTries() {
        int everybody = 1200;
        int one = everybody / 8; // early enough to be tried three times, whatever the pauses are spread by
        Duration aMail = Duration.ofSeconds(1);
        says.put(id(one), new SmtpOutcome.Temporary(new Reply(421, "4.7.0")));
        Map<String, Instant> asked = new HashMap<>();
        Map<String, Duration> waits = new HashMap<>();
        int turns = 0;
        while (waits.size() < everybody) {
            for (int place = 0; place < settings.smtp().connections() && asked.size() < everybody; place++) {
                int number = asked.size() + 1;
                asked.put(id(number), clock.instant());
                arrives(number % 2 == 0 ? FIRST : SECOND, number / 2, number);
            }
            loop.turn();
            int before = tried.size();
            theMailServerAnswers();
            clock.move(aMail);
            tried.subList(before, tried.size())
                    .forEach(id -> waits.putIfAbsent(id, Duration.between(asked.get(id), clock.instant())));
            assertThat(turns++).as("turns").isLessThan(everybody);
        }

        assertThat(tried.stream().filter(id(one)::equals).count())
                .as("tries of the one")
                .isGreaterThan(2);
        assertThat(longest(waits, one + 1, everybody))
                .isLessThanOrEqualTo(longest(waits, 1, one - 1).plus(aMail.multipliedBy(2)));
    }

    private static Duration longest(Map<String, Duration> waits, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> waits.get(id(number)))
                .max(Duration::compareTo)
                .orElseThrow();
    }

    private boolean ledgerIsAway;

    private SendLoop loop(Executor executor) {
        return loop(executor, settings.smtp().connections());
    }

    private SendLoop loop(Executor executor, int connections) {
        Group group = new Group(
                "test",
                EnumSet.allOf(Audience.class),
                this::tasks,
                (record, withoutKafka) -> aside.add(record.key()),
                true,
                connections,
                settings.retry().poll());
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(database) {
            @Override
            protected void doBegin(Object transaction, org.springframework.transaction.TransactionDefinition how) {
                if (ledgerIsAway) {
                    throw new CannotCreateTransactionException("away");
                }
                super.doBegin(transaction, how);
            }
        };
        return new SendLoop(
                topic,
                new NextTasks(group, topic, due, breaker, clock),
                Sendings.deliveries(ledger, Ledgers.followups(database, ledger), board.opener, settings, transactions),
                this::attempt,
                executor,
                breaker,
                clock);
    }

    private List<Task.Fresh> tasks(ConsumerRecord<String, byte[]> record) {
        if (handlerFails) {
            throw new InquiryReader.KafkaAway();
        }
        InquiryReceived inquiry = Inquiries.number(Integer.parseInt(record.key()));
        Position position = new Position(record.partition(), record.offset());
        MailPlan plan = new MailPlan(new Response(null, "", List.of(), null), List.of("desk@clinic.example"));
        return List.of(new Task.Fresh(key(Integer.parseInt(record.key())), position, inquiry, plan, null));
    }

    private Attempted attempt(Attempt attempt) {
        String inquiry = attempt.delivery().key().subject().id();
        tried.add(inquiry);
        Mail mail = ShortMail.toAna();
        return new Attempted(
                attempt, new Attempted.Handed(says.getOrDefault(inquiry, SENT), mail, false), clock.instant());
    }

    private void arrives(TopicPartition partition, long offset, int number) {
        kafka.addRecord(
                new ConsumerRecord<>(TOPIC, partition.partition(), offset, String.valueOf(number), new byte[] {1}));
    }

    private void theMailServerAnswers() {
        while (!pool.isEmpty()) {
            pool.remove().run();
        }
    }

    private List<String> running() {
        return jdbcRunning().stream()
                .map(Delivery::key)
                .map(key -> key.subject().id())
                .toList();
    }

    private List<Delivery> jdbcRunning() {
        return due.find(EnumSet.allOf(Audience.class), clock.instant().plus(Duration.ofDays(1)), 100);
    }

    private long committed(TopicPartition partition) {
        OffsetAndMetadata offset = kafka.committed(java.util.Set.of(partition)).get(partition);
        return offset == null ? -1 : offset.offset();
    }

    private State stateOf(int number) {
        return find(number).state();
    }

    private Delivery find(int number) {
        return ledger.find(key(number)).orElseThrow();
    }

    private static String id(int number) {
        return Inquiries.number(number).id().value();
    }

    private static DeliveryKey key(int number) {
        return new DeliveryKey(Inquiries.number(number).id(), Audience.CLINIC);
    }
}
