package org.foramen.notifier.consumer;

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
import java.util.Set;
import java.util.concurrent.Executor;
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
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/** The loop, turned by hand, with a ledger in memory and a mail server that says what the test wants. */
abstract class TurnedLoop {

    static final String TOPIC = "inquiries";
    static final TopicPartition FIRST = new TopicPartition(TOPIC, 0);
    static final TopicPartition SECOND = new TopicPartition(TOPIC, 1);
    static final SmtpOutcome SENT = new SmtpOutcome.Sent(new Reply(250, "2.0.0"));
    static final SmtpOutcome AWAY = new SmtpOutcome.Unavailable(Reply.NONE, "the mail server does not answer");

    @TempDir
    Path keys;

    final NotifierSettings settings = Settings.defaults();
    final MockConsumer<String, byte[]> kafka = new MockConsumer<>("earliest");
    final TopicReader topic = new TopicReader(kafka, record -> {});
    final Deque<Runnable> pool = new ArrayDeque<>();
    final Map<String, SmtpOutcome> says = new HashMap<>();
    final List<String> tried = new ArrayList<>();
    final MovedClock clock = new MovedClock(Instant.parse("2026-11-28T09:00:00Z"));
    final CircuitBreaker breaker = new CircuitBreaker("test", settings.retry());
    DataSource database;
    Ledger ledger;
    DueDeliveries due;
    Board board;
    SendLoop loop;
    boolean handlerFails;
    boolean ledgerIsAway;
    final List<String> aside = new ArrayList<>();

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

    SendLoop loop(Executor executor) {
        return loop(executor, settings.smtp().connections());
    }

    SendLoop loop(Executor executor, int connections) {
        Group group = new Group(
                "test",
                EnumSet.allOf(Audience.class),
                this::tasks,
                (record, withoutKafka) -> aside.add(record.key()),
                damaged -> {},
                true,
                connections,
                settings.retry().poll());
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(database) {
            @Override
            protected void doBegin(Object transaction, TransactionDefinition how) {
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

    List<Task.Fresh> tasks(ConsumerRecord<String, byte[]> record) {
        if (handlerFails) {
            throw new InquiryReader.KafkaAway();
        }
        InquiryReceived inquiry = Inquiries.number(Integer.parseInt(record.key()));
        Position position = new Position(record.partition(), record.offset());
        MailPlan plan = new MailPlan(new Response(null, "", List.of(), null), List.of("desk@clinic.example"));
        return List.of(new Task.Fresh(key(Integer.parseInt(record.key())), position, inquiry, plan, null));
    }

    Attempted attempt(Attempt attempt) {
        String inquiry = attempt.delivery().key().subject().id();
        tried.add(inquiry);
        Mail mail = ShortMail.toAna();
        return new Attempted(
                attempt, new Attempted.Handed(says.getOrDefault(inquiry, SENT), mail, false), clock.instant());
    }

    void arrives(TopicPartition partition, long offset, int number) {
        kafka.addRecord(
                new ConsumerRecord<>(TOPIC, partition.partition(), offset, String.valueOf(number), new byte[] {1}));
    }

    void theMailServerAnswers() {
        while (!pool.isEmpty()) {
            pool.remove().run();
        }
    }

    List<String> running() {
        return jdbcRunning().stream()
                .map(Delivery::key)
                .map(key -> key.subject().id())
                .toList();
    }

    List<Delivery> jdbcRunning() {
        return due.find(EnumSet.allOf(Audience.class), clock.instant().plus(Duration.ofDays(1)), 100);
    }

    long committed(TopicPartition partition) {
        OffsetAndMetadata offset = kafka.committed(Set.of(partition)).get(partition);
        return offset == null ? -1 : offset.offset();
    }

    State stateOf(int number) {
        return find(number).state();
    }

    Delivery find(int number) {
        return ledger.find(key(number)).orElseThrow();
    }

    static String id(int number) {
        return Inquiries.number(number).id().value();
    }

    static DeliveryKey key(int number) {
        return new DeliveryKey(Inquiries.number(number).id(), Audience.CLINIC);
    }
}
