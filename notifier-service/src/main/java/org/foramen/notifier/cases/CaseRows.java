package org.foramen.notifier.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryKind;
import org.foramen.contract.Level;
import org.foramen.contract.details.BestTime;
import org.foramen.contract.name.WireName;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.State;
import org.foramen.notifier.ledger.LedgerRows;
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
                LedgerRows.instant(row, "received_at"),
                Level.named(row.getString("level")),
                row.getBoolean("suspected") && reason != Reason.RELEASED, // somebody knows that a person asked
                WireName.read(ContactChannel.class, row.getString("way")),
                row.getBoolean("phone"),
                row.getBoolean("email_allowed"),
                row.getString("language"),
                perhaps(BestTime.class, row.getString("best_time")),
                WireName.read(InquiryKind.class, row.getString("kind")),
                row.getString("procedure_id"),
                LedgerRows.instant(row, "due_at"),
                WireName.read(CaseState.class, row.getString("state")),
                row.getString("owner"),
                row.getInt("tries"),
                perhaps(CloseReason.class, row.getString("close_reason")),
                LedgerRows.instant(row, "changed_at"),
                LedgerRows.perhaps(row, "answered_at"),
                row.getInt("version"),
                email == null ? row.getString("phone_hash") : email,
                perhaps(State.class, row.getString("clinic_state")),
                perhaps(State.class, row.getString("patient_state")),
                reason);
    }

    static CaseFile.Event event(ResultSet row, int number) throws SQLException {
        return new CaseFile.Event(
                LedgerRows.instant(row, "at"),
                row.getString("action"),
                perhaps(CloseReason.class, row.getString("reason")),
                row.getString("by_whom"));
    }

    private static <E extends Enum<E> & WireName> @Nullable E perhaps(Class<E> few, @Nullable String wireName) {
        return wireName == null ? null : WireName.read(few, wireName);
    }
}
