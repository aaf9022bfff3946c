package org.foramen.notifier.outcome;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.foramen.contract.InquiryId;
import org.foramen.contract.name.WireName;
import org.foramen.notifier.ledger.LedgerRows;
import org.jspecify.annotations.Nullable;

/**
 * What became of an inquiry. It holds nothing personal.
 *
 * @param number rises with each that the ledger notes
 * @param level how soon the person needs somebody; null when it was erased, or came before there were cases
 * @param state of the case, or of the mail where it is about one
 * @param mail to whom, such as {@code clinic}; null where it is about no mail
 */
public record InquiryOutcome(
        long number,
        InquiryId inquiry,
        OutcomeKind kind,
        @Nullable String level,
        String state,
        @Nullable String mail,
        Instant at) {

    /** @param state the column of the row that has it */
    public static InquiryOutcome of(ResultSet row, String state) throws SQLException {
        return new InquiryOutcome(
                row.getLong("sequence_number"),
                new InquiryId(row.getString("inquiry_id")),
                WireName.read(OutcomeKind.class, row.getString("kind")),
                row.getString("level"),
                row.getString(state),
                row.getString("mail"),
                LedgerRows.instant(row, "noted_at"));
    }

    /** The same however often it is told, and no other's. */
    public String id() {
        return inquiry.value() + "-" + number;
    }

    /** What others are told besides kind and time, in their words. */
    public Map<String, String> data() {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("inquiry", inquiry.value());
        if (level != null) {
            data.put("level", level);
        }
        data.put("state", state);
        if (mail != null) {
            data.put("mail", mail);
        }
        return data;
    }
}
