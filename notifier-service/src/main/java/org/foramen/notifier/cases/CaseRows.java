package org.foramen.notifier.cases;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.stream.Stream;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryKind;
import org.foramen.contract.Level;
import org.foramen.contract.details.BestTime;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.State;
import org.jspecify.annotations.Nullable;

/** The rows of cases, as a select joins them with the mails of their inquiries. */
final class CaseRows {

    /** What a {@link #file} needs; the cases stand in for {@code %s}, as a select. Their mails are looked up by their keys. */
    static final String FILES =
            """
            select c.*,
                (select state from delivery where subject_kind = 'inquiry' and subject_id = c.inquiry_id
                    and audience = 'clinic' and recipient_index = 1) as clinic_state,
                (select state from delivery where subject_kind = 'inquiry' and subject_id = c.inquiry_id
                    and audience = 'patient' and recipient_index = 1) as patient_state,
                (select reason from delivery where subject_kind = 'inquiry' and subject_id = c.inquiry_id
                    and audience = 'patient' and recipient_index = 1) as patient_reason
            from (%s) c
            """;

    private CaseRows() {}

    static CaseFile file(ResultSet row, int number) throws SQLException {
        String email = row.getString("email_hash");
        String patientReason = row.getString("patient_reason");
        Reason reason = patientReason == null ? null : Reason.named(patientReason);
        return new CaseFile(
                new InquiryId(row.getString("inquiry_id")),
                instant(row, "received_at"),
                Level.named(row.getString("level")),
                row.getBoolean("suspected") && reason != Reason.RELEASED, // somebody knows that a person asked
                ContactChannel.valueOf(row.getString("way").toUpperCase(Locale.ROOT)),
                row.getBoolean("phone"),
                row.getBoolean("email_allowed"),
                row.getString("language"),
                bestTime(row.getString("best_time")),
                kind(row.getString("kind")),
                row.getString("procedure_id"),
                instant(row, "due_at"),
                CaseState.named(row.getString("state")),
                row.getString("owner"),
                row.getInt("tries"),
                reason(row.getString("close_reason")),
                instant(row, "changed_at"),
                perhaps(row, "answered_at"),
                row.getInt("version"),
                email == null ? row.getString("phone_hash") : email,
                state(row.getString("clinic_state")),
                state(row.getString("patient_state")),
                reason);
    }

    static CaseFile.Event event(ResultSet row, int number) throws SQLException {
        return new CaseFile.Event(
                instant(row, "at"), row.getString("action"), reason(row.getString("reason")), row.getString("by_whom"));
    }

    private static InquiryKind kind(String wireName) {
        return Stream.of(InquiryKind.values())
                .filter(kind -> kind.wireName().equals(wireName))
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable BestTime bestTime(@Nullable String wireName) {
        return wireName == null ? null : BestTime.valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    private static @Nullable CloseReason reason(@Nullable String wireName) {
        return wireName == null ? null : CloseReason.named(wireName);
    }

    private static @Nullable State state(@Nullable String wireName) {
        return wireName == null ? null : State.valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return requireNonNull(perhaps(row, column));
    }

    private static @Nullable Instant perhaps(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
