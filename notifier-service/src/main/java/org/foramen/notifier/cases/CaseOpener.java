package org.foramen.notifier.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.foramen.base.AnswerDue;
import org.foramen.content.ClinicContent;
import org.foramen.content.hours.OfficeHours;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Person;
import org.foramen.contract.details.BestTime;
import org.foramen.notifier.consent.ConsentLog;
import org.foramen.notifier.ledger.LedgerRows;
import org.foramen.notifier.message.Response;
import org.foramen.notifier.outcome.Outbox;
import org.foramen.notifier.outcome.OutcomeKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens a case with the first record of an inquiry. Writes join the transaction of whoever calls. */
@Component
public class CaseOpener {

    private static final int LONGEST_PROCEDURE = 64;
    private static final String GENERAL = "general";
    private static final Duration MOST_CLOCK_ERROR = Duration.ofDays(1);

    /** No token has it; for null H2 would look at every case that came without one. */
    static final String NO_TOKEN = "";

    static final String OF_TOKEN = "select inquiry_id from inquiry_case where token_hash = :repeated";

    private static final String INSERT =
            """
            insert into inquiry_case (inquiry_id, version, state, tries, opened_at, changed_at, received_at, due_at,
                level, suspected, way, phone, email_allowed, language, best_time, kind, procedure_id, phone_hash,
                email_hash, token_hash, repeats)
            values (:inquiry, 0, 'new', 0, :now, :now, :received, :due,
                :level, :suspected, :way, :phone, :emailAllowed, :language, :bestTime, :kind, :procedure, :phoneHash,
                :emailHash, :token, (%s))
            on conflict do nothing
            """
                    .formatted(OF_TOKEN);

    private final JdbcClient jdbc;
    private final ConsentLog consents;
    private final PersonFingerprints fingerprints;
    private final OfficeHours hours;
    private final Outbox outbox;
    private final RepeatedForms repeats;

    CaseOpener(JdbcClient jdbc, ConsentLog consents, PersonFingerprints fingerprints, ClinicContent content) {
        this.jdbc = jdbc;
        this.consents = consents;
        this.fingerprints = fingerprints;
        this.hours = content.clinic().officeHours();
        this.outbox = new Outbox(jdbc);
        this.repeats = new RepeatedForms(jdbc);
    }

    /**
     * Opens the case of an inquiry, and notes its consent; known already, or erased: nothing happens. Of several with one token
     * the table takes the first, whoever else notes one at the same time; the others are people to answer like it.
     *
     * @param answer what the person gets, which says what the question is about
     * @return true when another inquiry came with its token before it
     */
    public boolean open(InquiryReceived inquiry, Response answer, Instant now) {
        // asked first, for each inquiry comes twice, and H2 makes an exception of each row that is there already
        return repeats.known(inquiry.id()).orElseGet(() -> openNew(inquiry, answer, now));
    }

    private boolean openNew(InquiryReceived inquiry, Response answer, Instant now) {
        Instant received = receivedAt(inquiry, now);
        consents.note(inquiry.id(), inquiry.consent(), received);
        String token = inquiry.tokenHash();
        if (insert(inquiry, answer, received, token, null, now) || token == null) {
            return false;
        }
        return repeats.known(inquiry.id()).orElseGet(() -> {
            insert(inquiry, answer, received, null, token, now);
            return true;
        });
    }

    private boolean insert(
            InquiryReceived inquiry,
            Response answer,
            Instant received,
            @Nullable String token,
            @Nullable String repeated,
            Instant now) {
        boolean opened = jdbc.sql(INSERT)
                        .params(told(inquiry))
                        .param("now", LedgerRows.utc(now))
                        .param("received", LedgerRows.utc(received))
                        .param("due", LedgerRows.utc(AnswerDue.of(hours, inquiry.level(), received)))
                        .param("suspected", answer.suspected())
                        .param("procedure", procedure(inquiry, answer))
                        .param("token", token)
                        .param("repeated", repeated == null ? NO_TOKEN : repeated)
                        .update()
                == 1;
        if (opened) {
            outbox.note(inquiry.id(), OutcomeKind.ACCEPTED, CaseState.NEW.wireName(), now);
            if (inquiry.urgent()) {
                outbox.note(inquiry.id(), OutcomeKind.URGENT, CaseState.NEW.wireName(), now);
            }
        }
        return opened;
    }

    /** What a person told, by the names of the insert. */
    private Map<String, @Nullable Object> told(InquiryReceived inquiry) {
        Person person = inquiry.person();
        String phone = person.phone();
        String email = person.email();
        BestTime bestTime = inquiry.details() == null ? null : inquiry.details().bestTime();
        Map<String, @Nullable Object> told = new HashMap<>();
        told.put("inquiry", inquiry.id().value());
        told.put("level", inquiry.level().wireName());
        told.put("way", person.preferredContact().wireName());
        told.put("phone", phone != null);
        told.put("emailAllowed", email != null && inquiry.consent().toEmail());
        told.put("language", Locale.forLanguageTag(person.preferredLanguage()).getLanguage());
        told.put("bestTime", bestTime == null ? null : bestTime.wireName());
        told.put("kind", inquiry.kind().wireName());
        told.put("phoneHash", phone == null ? null : fingerprints.ofPhone(phone));
        told.put("emailHash", email == null ? null : fingerprints.ofEmail(email));
        return told;
    }

    /** A clock that is far off must not keep a person from the board: what came at no possible time came now. */
    private static Instant receivedAt(InquiryReceived inquiry, Instant now) {
        Instant said = inquiry.receivedAt();
        return said.isBefore(Instant.EPOCH) || said.isAfter(now.plus(MOST_CLOCK_ERROR)) ? now : said;
    }

    /** Which of these inquiries have a case, open or not. */
    public Set<InquiryId> known(Collection<InquiryId> inquiries) {
        return inquiries.isEmpty()
                ? Set.of()
                : jdbc.sql("select inquiry_id from inquiry_case where inquiry_id in (:inquiries)")
                        .param(
                                "inquiries",
                                inquiries.stream().map(InquiryId::value).toList())
                        .query((row, number) -> new InquiryId(row.getString("inquiry_id")))
                        .set();
    }

    /** Notes the consent of an inquiry whose case was opened before consents were kept; who gave none has none. */
    public void noteConsent(InquiryReceived inquiry, Instant now) {
        consents.note(inquiry.id(), inquiry.consent(), receivedAt(inquiry, now));
    }

    private static @Nullable String procedure(InquiryReceived inquiry, Response answer) {
        String chosen = inquiry.procedure();
        if (chosen == null && answer.handout() != null) {
            String matched = answer.handout().id();
            return matched.equals(GENERAL) ? null : matched;
        }
        return chosen == null || chosen.length() > LONGEST_PROCEDURE ? null : chosen;
    }
}
