package org.foramen.notifier.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.foramen.content.ClinicContent;
import org.foramen.content.MovedClock;
import org.foramen.contract.InquiryId;
import org.foramen.contract.wire.CloudEvent;
import org.foramen.notifier.Later;
import org.foramen.notifier.Settings;
import org.foramen.notifier.ledger.Ledgers;
import org.foramen.notifier.ledger.database.LedgerCommits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.mock.MockProducerFactory;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What is noted is published, whatever Kafka refuses in between. */
class OutcomeRelayTests {

    private static final ClinicContent CONTENT = ClinicContent.load(Path.of("../content"));
    private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");
    private static final InquiryId ONE = new InquiryId("%026d".formatted(1));
    private static final InquiryId TWO = new InquiryId("%026d".formatted(2));

    private final PickyProducer kafka = new PickyProducer();
    private SimpleMeterRegistry meters;
    private final MovedClock clock = new MovedClock(NOW);
    private final Later later = new Later();
    private LedgerCommits commits;
    private JdbcClient jdbc;
    private Outbox outbox;
    private OutcomeRelay relay;
    private CountedTransactions transactions;

    @BeforeEach
    void begin() {
        relay = relay("clinic.outcomes");
    }

    private OutcomeRelay relay(String topic) {
        DataSource database = Ledgers.database("relay");
        jdbc = JdbcClient.create(database);
        outbox = new Outbox(jdbc);
        meters = new SimpleMeterRegistry();
        commits = new LedgerCommits();
        transactions = new CountedTransactions(database);
        transactions.addListener(commits);
        return new OutcomeRelay(
                jdbc,
                new KafkaTemplate<>(new MockProducerFactory<>(() -> kafka)),
                transactions,
                Settings.with("foramen.outcomes.topic", topic),
                CONTENT,
                commits,
                later,
                clock,
                meters);
    }

    @Test
    void allOfAnInquiryArePublishedInTheirOrderAndLeaveTheLedger() {
        note(ONE, OutcomeKind.ACCEPTED, OutcomeKind.URGENT, OutcomeKind.REACHED);

        relay.relay();

        assertThat(published(ONE)).containsExactly("accepted", "urgent", "reached");
        assertThat(outbox.oldest()).isEmpty();
    }

    @Test
    void whatKafkaRefusesIsPublishedLaterAndInItsOrder() {
        kafka.refused.add(ONE.value());
        note(ONE, OutcomeKind.ACCEPTED, OutcomeKind.REACHED);
        relay.relay();
        note(TWO, OutcomeKind.ACCEPTED);
        clock.move(Duration.ofSeconds(30));
        relay.relay();
        assertThat(published(ONE)).isEmpty();
        assertThat(meters.get("foramen.outcomes.wait").gauge().value()).isEqualTo(30);

        kafka.refused.clear();
        relay.relay();

        assertThat(published(ONE)).containsExactly("accepted", "reached");
        assertThat(published(TWO)).containsExactly("accepted");
        assertThat(meters.get("foramen.outcomes.wait").gauge().value()).isZero();
    }

    @Test
    void whatIsPublishedTwiceHasOneId() {
        note(ONE, OutcomeKind.ACCEPTED);
        List<InquiryOutcome> noted = outbox.first(10, false);

        assertThat(noted).singleElement().satisfies(outcome -> assertThat(outcome.id())
                .startsWith(ONE.value() + "-"));
        assertThat(outbox.first(10, false)).isEqualTo(noted);
    }

    @Test
    void theLedgerIsWrittenToOnlyWhenSomethingIsToBeTold() {
        relay.relay();
        assertThat(transactions.begun).isZero();

        note(ONE, OutcomeKind.ACCEPTED);
        relay.relay();
        assertThat(transactions.begun).isPositive();
    }

    @Test
    void whatIsNotedIsPublishedSoonAndThenNothingLooksAnyMore() {
        assertThat(later.comes()).isZero();

        new TransactionTemplate(transactions).executeWithoutResult(status -> note(ONE, OutcomeKind.ACCEPTED));
        later.comes();

        assertThat(published(ONE)).containsExactly("accepted");
        assertThat(later.comes()).as("its own commit").isEqualTo(1);
        assertThat(later.comes()).isZero();
    }

    @Test
    void whatKafkaRefusesIsTriedAgainAndAgain() {
        kafka.refused.add(ONE.value());
        note(ONE, OutcomeKind.ACCEPTED);
        relay.ask();
        later.comes();
        later.comes();
        assertThat(published(ONE)).isEmpty();

        kafka.refused.clear();
        later.comes();

        assertThat(published(ONE)).containsExactly("accepted");
    }

    @Test
    void withoutATopicNothingIsKeptOrPublished() {
        relay = relay("");
        note(ONE, OutcomeKind.ACCEPTED, OutcomeKind.REACHED);

        relay.relay();

        assertThat(kafka.history()).isEmpty();
        assertThat(outbox.oldest()).isEmpty();
    }

    @Test
    void theDescriptionOfTheTopicNamesEachKind() throws Exception {
        String described = Files.readString(Path.of("../inquiry-contract/asyncapi.yaml"));

        assertThat(described.lines().map(String::strip))
                .containsSubsequence(Stream.of(OutcomeKind.values())
                        .map(kind -> "- " + CloudEvent.typeOfOutcome(kind.wireName()))
                        .toList());
    }

    private void note(InquiryId inquiry, OutcomeKind... kinds) {
        for (OutcomeKind kind : kinds) {
            outbox.note(inquiry, kind, "new", NOW);
        }
    }

    private List<String> published(InquiryId inquiry) {
        return kafka.history().stream()
                .filter(record -> record.key().equals(inquiry.value()))
                .map(record -> new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                .map(type -> type.split("\\.")[3])
                .toList();
    }

    private static final class CountedTransactions extends DataSourceTransactionManager {

        private int begun;

        CountedTransactions(DataSource database) {
            super(database);
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            begun++;
            super.doBegin(transaction, definition);
        }
    }

    /** Refuses records of some keys. */
    private static final class PickyProducer extends MockProducer<String, byte[]> {

        private final Set<String> refused = new HashSet<>();

        PickyProducer() {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
        }

        /** The template closes it after each, for it is of no pool. */
        @Override
        public void close() {}

        @Override
        public void close(Duration patience) {}

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record, Callback callback) {
            if (!refused.contains(record.key())) {
                return super.send(record, callback);
            }
            TopicAuthorizationException why = new TopicAuthorizationException("not for you");
            callback.onCompletion(null, why);
            return CompletableFuture.failedFuture(why);
        }
    }
}
