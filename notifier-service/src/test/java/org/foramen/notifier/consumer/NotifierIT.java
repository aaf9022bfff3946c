package org.foramen.notifier.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.assertj.core.groups.Tuple;
import org.foramen.content.ClinicContent;
import org.foramen.content.hours.OfficeHours;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.sealing.SealKeys;
import org.foramen.contract.sealing.SealedInquiry;
import org.foramen.contract.wire.Topics;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.SealedRecords;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.digest.DailyDigests;
import org.foramen.notifier.ledger.AuditLog;
import org.foramen.notifier.ledger.DueDeliveries;
import org.foramen.notifier.ledger.Ledger;
import org.foramen.notifier.ledger.OperatorActions;
import org.foramen.notifier.operations.EraseInquiry;
import org.foramen.notifier.operations.ExportFhir;
import org.foramen.notifier.operations.ExportFhir.Exported;
import org.foramen.notifier.operations.ExportInquiry;
import org.foramen.notifier.operations.HeldInquiries;
import org.foramen.notifier.operations.HoldInquiry;
import org.foramen.notifier.operations.InquiryIsHeld;
import org.foramen.notifier.operations.OpenInquiry;
import org.foramen.notifier.topic.DeadLetters;
import org.foramen.notifier.topic.InquiryName;
import org.foramen.notifier.topic.TopicScan;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.test.utils.KafkaTestUtils;
import org.springframework.test.context.TestPropertySource;

/** From a record on a real broker to mails at a real mail server. */
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:notifier;MODE=PostgreSQL;DB_CLOSE_DELAY=-1",
            "foramen.data=target/it-data",
            "foramen.reconciliation.interval=1s"
        })
class NotifierIT extends RunningNotifier {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    ClinicContent content;

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    @Autowired
    Ledger ledger;

    @Autowired
    InquiryHandler handler;

    @Autowired
    DueDeliveries due;

    @Autowired
    OperatorActions actions;

    @Autowired
    DailyDigests digests;

    @Autowired
    TopicScan archive;

    @Autowired
    EraseInquiry erasing;

    @Autowired
    HoldInquiry holding;

    @Autowired
    HeldInquiries held;

    @Autowired
    ExportInquiry export;

    @Autowired
    ExportFhir fhir;

    @Autowired
    OpenInquiry opening;

    @Autowired
    AuditLog audit;

    @Test
    void anInquiryBecomesTwoMailsUnderTheirOwnMessageIds() throws Exception {
        InquiryReceived inquiry = Inquiries.number(1);

        publish(inquiry);

        MimeMessage toClinic = awaitMail("<" + inquiry.id() + ".clinic@clinic.example>");
        MimeMessage toPatient = awaitMail("<" + inquiry.id() + ".patient@clinic.example>");
        assertThat(toClinic.getAllRecipients()[0]).hasToString("front-desk@clinic.example");
        assertThat(toClinic.getReplyTo()[0])
                .as("whoever asked to be called is not written to by a slip")
                .hasToString("front-desk@clinic.example");
        assertThat(toPatient.getAllRecipients()[0]).hasToString("canary1@example.com");
        assertThat(toPatient.getHeader("Auto-Submitted")).containsExactly("auto-replied");
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(state(inquiry, Audience.CLINIC)).isEqualTo(State.SENT);
            assertThat(state(inquiry, Audience.PATIENT)).isEqualTo(State.SENT);
        });
        assertThat(ledger.find(new DeliveryKey(inquiry.id(), Audience.PATIENT))
                        .orElseThrow()
                        .enclosed()
                        .handout())
                .isEqualTo("foraminotomy/en");
    }

    @Test
    void anInquiryThatComesTwiceIsMailedOnce() {
        InquiryReceived inquiry = Inquiries.number(2);

        publish(inquiry);
        publish(inquiry);

        awaitMail("<" + inquiry.id() + ".clinic@clinic.example>");
        awaitMail("<" + inquiry.id() + ".patient@clinic.example>");
        await().atMost(SOON).untilAsserted(() -> assertThat(lag()).isZero());
        assertThat(mails("<" + inquiry.id() + ".clinic@clinic.example>")).hasSize(1);
        assertThat(mails("<" + inquiry.id() + ".patient@clinic.example>")).hasSize(1);
    }

    @Test
    void whoDidNotAgreeToEmailGetsNone() {
        InquiryReceived inquiry = Inquiries.with(4, "nomail@example.com", false, "en", "Please phone");

        publish(inquiry);

        awaitMail("<" + inquiry.id() + ".clinic@clinic.example>");
        await().atMost(SOON).untilAsserted(() -> assertThat(state(inquiry, Audience.PATIENT))
                .isEqualTo(State.WITHHELD));
        assertThat(received().filter(mail -> recipient(mail).equals("nomail@example.com")))
                .isEmpty();
    }

    @Test
    void whatLooksLikeSpamReachesTheClinicAndThePersonIsMailedWhenItIsReleased() {
        InquiryReceived inquiry = Inquiries.suspected(Inquiries.number(7));

        publish(inquiry);

        awaitMail("<" + inquiry.id() + ".clinic@clinic.example>");
        await().atMost(SOON).untilAsserted(() -> assertThat(state(inquiry, Audience.PATIENT))
                .isEqualTo(State.WITHHELD));
        assertThat(mails("<" + inquiry.id() + ".patient@clinic.example>")).isEmpty();

        actions.release(inquiry.id(), "front desk", Instant.now());

        awaitMail("<" + inquiry.id() + ".patient@clinic.example>");
    }

    @Test
    void oneAddressIsMailedThreeTimesADayHoweverOftenItIsTypedIn() {
        List<InquiryReceived> inquiries = IntStream.range(100, 120)
                .mapToObj(number -> Inquiries.with(number, "victim@example.com", true, "en", "Hello"))
                .toList();

        inquiries.forEach(this::publish);

        inquiries.forEach(inquiry -> awaitMail("<" + inquiry.id() + ".clinic@clinic.example>"));
        await().atMost(SOON).untilAsserted(() -> assertThat(inquiries)
                .allMatch(inquiry -> ledger.find(new DeliveryKey(inquiry.id(), Audience.PATIENT))
                        .filter(delivery -> delivery.state().ended())
                        .isPresent()));
        assertThat(received().filter(mail -> recipient(mail).equals("victim@example.com")))
                .hasSize(3);
    }

    @Test
    void anErasedInquiryGetsNoMoreMail() {
        InquiryReceived inquiry = Inquiries.suspected(Inquiries.number(8));
        publish(inquiry);
        awaitMail("<" + inquiry.id() + ".clinic@clinic.example>");

        kafka.send(Topics.INQUIRIES, inquiry.id().value(), null).join();

        await().atMost(SOON).until(() -> ledger.find(new DeliveryKey(inquiry.id(), Audience.PATIENT))
                .filter(delivery -> delivery.reason() == Reason.ERASED)
                .isPresent());
        assertThat(actions.release(inquiry.id(), "front desk", Instant.now())).isFalse();
    }

    @Test
    void othersAreToldWhatBecameOfAnInquiry() {
        InquiryReceived inquiry = Inquiries.urgent(Inquiries.number(15), "canary numbness");
        publish(inquiry);
        awaitMail("<" + inquiry.id() + ".patient@clinic.example>");

        List<ConsumerRecord<String, byte[]>> told = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = consumer(Topics.OUTCOMES)) {
            await().atMost(SOON).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (inquiry.id().value().equals(record.key())) {
                        told.add(record);
                    }
                });
                return told.size() >= 4;
            });
        }

        assertThat(told)
                .extracting(record -> header(record, "ce_type"), NotifierIT::text)
                .startsWith(
                        outcome("accepted", "{'inquiry':'%s','level':'emergency','state':'new'}", inquiry),
                        outcome("urgent", "{'inquiry':'%s','level':'emergency','state':'new'}", inquiry))
                .contains(
                        outcome(
                                "mailed",
                                "{'inquiry':'%s','level':'emergency','state':'sent','mail':'clinic'}",
                                inquiry),
                        outcome(
                                "mailed",
                                "{'inquiry':'%s','level':'emergency','state':'sent','mail':'patient'}",
                                inquiry));
        assertThat(told).extracting(record -> header(record, "ce_id")).doesNotHaveDuplicates();
        assertThat(told).allSatisfy(record -> assertThat(record.toString() + text(record))
                .doesNotContainIgnoringCase("canary"));
    }

    private static Tuple outcome(String kind, String data, InquiryReceived inquiry) {
        return tuple(
                "org.foramen.inquiry." + kind + ".v1",
                data.formatted(inquiry.id()).replace('\'', '"'));
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    @Test
    void anInquiryIsErasedWhereItStandsThoughTheTopicWasGivenMorePartitions() {
        InquiryReceived inquiry = Inquiries.number(10);
        SealedInquiry sealed = seal(inquiry);
        for (int partition = 0; partition < 6; partition++) { // five of them are not the one that Kafka would choose
            kafka.send(SealedRecords.of(sealed, partition)).join();
        }
        assertThat(archive.find(InquiryName.of(inquiry.id().value()))).hasSize(6);

        assertThat(erasing.erase(inquiry.id().value(), "front desk")).isEqualTo(6);

        assertThat(archive.find(InquiryName.of(inquiry.id().value()))).isEmpty();
    }

    @Test
    void aHeldInquiryIsNotErasedNorEndsWithItsTimeAndIsMailedOnce() {
        InquiryReceived inquiry = Inquiries.number(13);
        String id = inquiry.id().value();
        publish(inquiry);
        awaitMail("<" + id + ".clinic@clinic.example>");

        assertThat(holding.hold(inquiry.id().reference(), "counsel")).startsWith("It is held");
        assertThat(holding.hold(id, "counsel")).isEqualTo("It is held already");

        assertThatThrownBy(() -> erasing.erase(id, "front desk"))
                .isInstanceOf(InquiryIsHeld.class)
                .hasMessageContaining("held for a legal matter")
                .hasMessageContaining("counsel");
        await().atMost(SOON).untilAsserted(() -> assertThat(audit.about(id))
                .extracting(AuditLog.Entry::action, AuditLog.Entry::by)
                .containsExactly(tuple("hold", "counsel")));
        assertThat(held.keepAsOf(Instant.now())).as("its time has just begun").isZero();
        assertThat(held.keepAsOf(Instant.now().plus(Duration.ofDays(60)))).isEqualTo(1);
        publish(inquiry); // a repeat without the mark
        assertThat(held.keepAsOf(Instant.now())).as("the mark comes back").isEqualTo(1);

        assertThat(holding.lift(id, "counsel")).isEqualTo("The hold is lifted");

        await().atMost(SOON).untilAsserted(() -> assertThat(audit.about(id))
                .extracting(AuditLog.Entry::action)
                .containsExactly("hold", "lift-hold"));
        assertThat(held.keepAsOf(Instant.now().plus(Duration.ofDays(60)))).isZero();
        assertThat(erasing.erase(id, "front desk")).isPositive();
        assertThat(mails("<" + id + ".clinic@clinic.example>")).hasSize(1);
    }

    @Test
    void nothingIsHeldThatIsNotKept() {
        assertThatThrownBy(() -> holding.hold("ZZZZ-ZZZZ", "counsel"))
                .hasMessage("No inquiry is kept that is called ZZZZ-ZZZZ");
    }

    @Test
    void whatIsExportedNamesTheConsentAlsoWhenKafkaKeepsTheInquiryNoMore() {
        InquiryReceived inquiry = Inquiries.number(14);
        publish(inquiry);
        awaitMail("<" + inquiry.id() + ".patient@clinic.example>");

        assertThat(export.consents(inquiry.id().value()))
                .singleElement()
                .asString()
                .startsWith("{\"consent\":{\"inquiry\":\"" + inquiry.id()
                        + "\",\"wording\":\"2026-11-22\",\"givenAt\":\"2026-11-22T18:30:05Z\"");

        erasing.erase(inquiry.id().value(), "front desk");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(export.consents(inquiry.id().value()))
                        .singleElement()
                        .asString()
                        .contains("\"wording\":\"2026-11-22\"", "\"language\":null"));
        assertThat(export.export(inquiry.id().value())).isEmpty();
        assertThat(opening.open(inquiry.id(), "luz"))
                .as("its bytes are in Kafka still")
                .isEmpty();
        for (Exported exported : List.of(fhir.export(inquiry.id().value(), "luz"), fhir.export(inquiry.id(), "luz"))) {
            assertThat(exported).isInstanceOfSatisfying(Exported.Nothing.class, nothing -> assertThat(nothing.why())
                    .startsWith(inquiry.id() + " was erased on 20")
                    .doesNotContain("Canary"));
        }
    }

    @Test
    void theClinicIsToldOnceOnEachOfficeDayWhatCame() throws Exception {
        publish(Inquiries.number(9));
        awaitMail("<" + Inquiries.number(9).id() + ".clinic@clinic.example>");
        OfficeHours hours = content.clinic().officeHours();
        LocalDate closed = Stream.iterate(LocalDate.now(hours.timeZone()).plusDays(1), day -> day.plusDays(1))
                .filter(day -> !hours.opensOn(day))
                .findFirst()
                .orElseThrow();
        Instant noon = closed.atTime(LocalTime.NOON).atZone(hours.timeZone()).toInstant();
        Instant morning = hours.nextOpening(noon)
                .atZone(hours.timeZone())
                .with(LocalTime.of(7, 0))
                .toInstant();

        digests.oweAsOf(noon);
        digests.oweAsOf(morning.minusSeconds(1));
        digests.oweAsOf(morning);
        digests.oweAsOf(morning.plusSeconds(60));

        String id = "<digest-%s.notice@clinic.example>".formatted(LocalDate.ofInstant(morning, hours.timeZone()));
        // owed as of that day, so due then: asked for now
        assertThat(due.find(EnumSet.allOf(Audience.class), morning.plusSeconds(60), 100))
                .noneMatch(due -> due.messageId().startsWith("<digest-%s.notice@".formatted(closed)));
        assertThat(due.find(EnumSet.allOf(Audience.class), morning.plusSeconds(60), 100))
                .filteredOn(due -> due.messageId().equals(id))
                .singleElement()
                .satisfies(due -> assertThat(digests.write(
                                        Audience.NOTICE,
                                        LocalDate.parse(due.key().subject().id()),
                                        due.owedSince())
                                .subject())
                        .startsWith("Answer "));
    }

    @Test
    void aRecordThatCannotBeReadIsSetAsideAndItsNeighboursArrive() throws Exception {
        InquiryReceived before = Inquiries.number(5);
        InquiryReceived after = Inquiries.number(6);
        publish(before);
        kafka.send(Topics.INQUIRIES, "not ours", "canary secret".getBytes(StandardCharsets.UTF_8))
                .get();
        publish(after);

        awaitMail("<" + before.id() + ".clinic@clinic.example>");
        awaitMail("<" + after.id() + ".clinic@clinic.example>");

        ConsumerRecord<String, byte[]> letter = deadLetter();
        assertThat(letter.key()).matches("\\d+-\\d+");
        assertThat(header(letter, "foramen-reason")).isEqualTo("not-our-event");
        assertThat(letter.headers().toArray()).extracting("key").noneMatch(name -> name.toString()
                .contains("exception"));
        String notice = "<dead-letter-" + letter.key() + ".notice@clinic.example>";
        assertThat(textOf(awaitMail(notice))).contains(letter.key()).doesNotContain("canary");
    }

    @Test
    void aRecordThatWasDamagedBeforeItWasReadIsToldAsDamaged() throws Exception {
        handler.tellDamaged(new ConsumerRecord<>(topic.name(), 0, 900_000, null, null));

        MimeMessage notice = awaitMail("<dead-letter-0-900000.notice@clinic.example>");
        assertThat(textOf(notice)).contains("a disk has damaged it");
        assertThat(ledger.find(DeadLetters.noticeOf(new Position(0, 900_000))))
                .get()
                .extracting(Delivery::reason)
                .isEqualTo(Reason.DAMAGED);
    }

    @Test
    void whatAGroupReadInAnotherTopicIsNotInTheseBooks() throws Exception {
        TopicPartition ours = new TopicPartition(topic.name(), 0);
        TopicPartition another = new TopicPartition("another-clinic", 0);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.getBrokersAsString()))) {
            admin.createTopics(List.of(new NewTopic(another.topic(), 1, (short) 1)))
                    .all()
                    .get();
            admin.alterConsumerGroupOffsets(
                            "readers-of-two", Map.of(ours, new OffsetAndMetadata(3), another, new OffsetAndMetadata(7)))
                    .all()
                    .get();
        }

        assertThat(topic.doneBy("readers-of-two")).containsExactly(Map.entry(ours, 3L));
    }

    @Test
    void whatAnotherProgramWroteInATransactionIsReadOrPassedAndNothingStaysUnread() throws Exception {
        InquiryReceived committed = Inquiries.number(11);
        InquiryReceived aborted = Inquiries.number(12);
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.getBrokersAsString(), "transactional.id", "another");
        try (KafkaProducer<String, byte[]> another =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            another.initTransactions();
            another.beginTransaction();
            another.send(SealedRecords.of(seal(committed), null));
            another.commitTransaction();
            another.beginTransaction();
            another.send(SealedRecords.of(seal(aborted), null));
            another.flush();
            await().atMost(SOON).until(() -> topic.heldByTransactions().size() == 1);
            await("the figure that an alert rings by").atMost(SOON).until(() -> partitionsHeldBack() == 1);
            another.abortTransaction();
        }

        awaitMail("<" + committed.id() + ".clinic@clinic.example>");
        await().atMost(SOON).untilAsserted(() -> assertThat(lag()).isZero());
        assertThat(topic.heldByTransactions()).isEmpty();
        await().atMost(SOON).until(() -> partitionsHeldBack() == 0);
        assertThat(mails("<" + aborted.id() + ".clinic@clinic.example>")).isEmpty();
    }

    @Test
    void alertsSeeThatTheTopicWasReconciledAndWhatCameOfIt() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(reconciliation("age")).isLessThan(30));

        assertThat(Stream.of("missing", "cases", "owed"))
                .as("each has its figure")
                .allSatisfy(figure -> assertThat(reconciliation(figure)).isNotNegative());
    }

    private double partitionsHeldBack() {
        return reconciliation("transactions");
    }

    private double reconciliation(String figure) {
        return metrics.get("foramen.reconciliation." + figure).gauge().value();
    }

    private void publish(InquiryReceived inquiry) {
        kafka.send(SealedRecords.of(seal(inquiry), null)).join();
    }

    private static SealedInquiry seal(InquiryReceived inquiry) {
        return SealKeys.sealer(Path.of("target/it-data/keys", SealKeys.PUBLIC_FILE))
                .seal(inquiry);
    }

    private State state(InquiryReceived inquiry, Audience audience) {
        return ledger.find(new DeliveryKey(inquiry.id(), audience))
                .map(Delivery::state)
                .orElse(State.OWED);
    }

    private static MimeMessage awaitMail(String messageId) {
        await(messageId).atMost(SOON).until(() -> !mails(messageId).isEmpty());
        return mails(messageId).get(0);
    }

    private static List<MimeMessage> mails(String messageId) {
        return received().filter(mail -> messageId(mail).equals(messageId)).toList();
    }

    /** All its parts, as they were sent, with nothing encoded. */
    private static String textOf(Part part) throws Exception {
        if (!(part.getContent() instanceof Multipart parts)) {
            return part.getContent().toString();
        }
        StringBuilder all = new StringBuilder();
        for (int number = 0; number < parts.getCount(); number++) {
            all.append(textOf(parts.getBodyPart(number)));
        }
        return all.toString();
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getRecipients(Message.RecipientType.TO)[0].toString();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private ConsumerRecord<String, byte[]> deadLetter() {
        String topic = Topics.deadLettersOf(Topics.INQUIRIES);
        try (Consumer<String, byte[]> consumer = consumer(topic)) {
            return KafkaTestUtils.getSingleRecord(consumer, topic);
        }
    }

    private Consumer<String, byte[]> consumer(String topic) {
        Map<String, Object> config =
                KafkaTestUtils.consumerProps(broker, UUID.randomUUID().toString(), false);
        Consumer<String, byte[]> consumer = new DefaultKafkaConsumerFactory<>(
                        config, new StringDeserializer(), new ByteArrayDeserializer())
                .createConsumer();
        consumer.subscribe(List.of(topic));
        return consumer;
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
