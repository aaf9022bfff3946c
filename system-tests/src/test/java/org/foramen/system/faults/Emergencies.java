package org.foramen.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.foramen.contract.Consent;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryKind;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Person;
import org.foramen.contract.RedFlag;
import org.foramen.contract.Region;
import org.foramen.contract.sealing.SealKeys;
import org.foramen.contract.sealing.SealedInquiry;
import org.foramen.stack.mail.ReceivedMail;
import org.foramen.system.stack.Stack;

/** People in danger who asked forty minutes ago, whom nobody has taken: each is to be said again at once, and once. */
final class Emergencies {

    /** Longer than the clinic's half an hour, and not twice that: one reminder names each. */
    private static final Duration AGE = Duration.ofMinutes(40);

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final Stack stack;
    private final Duration patience;
    private final List<InquiryId> asked = new ArrayList<>();

    Emergencies(Stack stack, Duration patience) {
        this.stack = stack;
        this.patience = patience;
    }

    void ask(int people) {
        for (int person = 0; person < people; person++) {
            InquiryReceived inquiry = emergency();
            SealedInquiry sealed = SealKeys.sealer(
                            stack.folder().resolve("data/keys").resolve(SealKeys.PUBLIC_FILE))
                    .seal(inquiry);
            ProducerRecord<String, byte[]> record =
                    new ProducerRecord<>(stack.inquiries().name(), sealed.id().value(), sealed.value());
            sealed.headers()
                    .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            stack.inquiries().add(record);
            asked.add(inquiry.id());
        }
    }

    /** Returns when the clinic has a mail about each, and both inboxes were told that nobody has taken it. */
    void awaitSaid() {
        for (InquiryId id : asked) {
            await("the mail about " + id).atMost(patience).until(() -> stack.mail().mails().stream()
                    .anyMatch(mail -> mail.messageId().startsWith("<" + id + ".clinic@")));
            for (String audience : List.of("notice", "fallback")) {
                await("the reminder of " + id + " to " + audience)
                        .atMost(patience)
                        .until(() -> reminders().stream()
                                .anyMatch(mail -> mail.messageId().contains("-emergency." + audience + "@")
                                        && mail.parts().text().contains(id.reference())));
            }
        }
    }

    /** How often each reminder came, by its Message-ID. */
    Map<String, Long> copies() {
        return reminders().stream().collect(Collectors.groupingBy(ReceivedMail::messageId, Collectors.counting()));
    }

    /** Each has one case, is named once for each reason to say it again, and the mails that name it are sent. */
    void assertThatEachIsOnTheBoardAndSaidOnce(Connection ledger) throws SQLException {
        for (InquiryId id : asked) {
            assertThat(texts(ledger, "select state from inquiry_case where inquiry_id = ?", id.value()))
                    .as("the case of " + id)
                    .containsExactly("new");
            List<String> said = texts(
                    ledger,
                    "select reminder_id from case_reminder where inquiry_id = ? and stage = 'untaken-1'",
                    id.value());
            assertThat(said).as("the reminder of " + id).hasSize(1);
            assertThat(texts(
                            ledger,
                            "select state from delivery where subject_kind = 'reminder' and subject_id = ?",
                            said.get(0)))
                    .as("the mails of reminder " + said.get(0))
                    .containsExactly("sent", "sent");
        }
    }

    /** Takes them off the board for whoever comes after; the notifier must run. */
    void forget() {
        asked.forEach(id ->
                stack.inquiries().add(new ProducerRecord<>(stack.inquiries().name(), id.value(), null)));
        await("their erasure").atMost(patience).until(() -> asked.stream().allMatch(id -> stack.notifiers().stream()
                .anyMatch(one -> one.said().contains("Inquiry " + id + " erased"))));
        asked.clear();
    }

    private List<ReceivedMail> reminders() {
        return stack.mail().mails().stream()
                .filter(mail -> mail.messageId().startsWith("<reminder-"))
                .toList();
    }

    private static InquiryReceived emergency() {
        String id = ThreadLocalRandom.current()
                .ints(26, 0, DIGITS.length())
                .mapToObj(digit -> DIGITS.substring(digit, digit + 1))
                .collect(Collectors.joining());
        return new InquiryReceived(
                new InquiryId(id),
                Instant.now().minus(AGE),
                InquiryKind.CONTACT,
                null,
                Region.LOWER_BACK,
                new Person("Ana Ruiz", null, "+13105550112", ContactChannel.PHONE, "en"),
                "numb between my legs",
                null,
                new Consent(false, "2026-11-22", "en"),
                List.of(new RedFlag("saddle-numbness", "numb between my legs", "emergency")),
                List.of());
    }

    private static List<String> texts(Connection ledger, String select, String value) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement statement = ledger.prepareStatement(select)) {
            statement.setString(1, value);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
        }
        return texts;
    }
}
