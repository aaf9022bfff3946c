package org.foramen.notifier.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.foramen.contract.Consent;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.ledger.LedgerRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The consents that people gave to e-mail, one row each. Writes join the transaction of whoever calls. */
@Component
public class ConsentLog {

    private static final int LONGEST_WORDING = 64;
    private static final int LONGEST_LANGUAGE = 35;

    private final JdbcClient jdbc;

    public ConsentLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes one; who did not agree has none, and what is known already stays as it is. */
    public void note(InquiryId inquiry, Consent consent, Instant given) {
        if (!consent.toEmail()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into consent (inquiry_id, wording, given_at, language, channel) values (?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(Arrays.<@Nullable Object>asList(
                        inquiry.value(),
                        fitting(consent.wording(), LONGEST_WORDING),
                        LedgerRows.utc(given),
                        fitting(consent.language(), LONGEST_LANGUAGE),
                        consent.channel() == null ? null : consent.channel().wireName()))
                .update();
    }

    /** Consents of inquiries that came before this may not be noted yet. */
    public Instant notedSince() {
        return jdbc.sql("select noted_since from consent_since")
                .query((row, number) -> LedgerRows.instant(row, "noted_since"))
                .optional()
                .orElse(Instant.EPOCH);
    }

    /** Which of these inquiries have a case, are not erased, and have no consent here. */
    public Set<InquiryId> missingOf(Collection<InquiryId> inquiries) {
        return inquiries.isEmpty()
                ? Set.of()
                : jdbc.sql(
                                """
                                select inquiry_id from inquiry_case where inquiry_id in (:inquiries)
                                    and (close_reason is null or close_reason <> 'erased')
                                    and inquiry_id not in (select inquiry_id from consent where inquiry_id in (:inquiries))
                                """)
                        .param(
                                "inquiries",
                                inquiries.stream().map(InquiryId::value).toList())
                        .query((row, number) -> new InquiryId(row.getString("inquiry_id")))
                        .set();
    }

    /** Leaves what proves that a mail was agreed to: id, version and time. */
    public void erase(InquiryId inquiry) {
        jdbc.sql("update consent set language = null, channel = null where inquiry_id = ?")
                .param(inquiry.value())
                .update();
    }

    public Optional<KeptConsent> of(InquiryId inquiry) {
        return jdbc.sql("select * from consent where inquiry_id = ?")
                .param(inquiry.value())
                .query(ConsentLog::row)
                .optional();
    }

    /** Those of the inquiries whose ids begin so, such as a reference without its dash. */
    public List<KeptConsent> beginning(String id) {
        return jdbc.sql("select * from consent where inquiry_id like ? order by inquiry_id")
                .param(id.replaceAll("[^0-9A-Z]", "") + "%")
                .query(ConsentLog::row)
                .list();
    }

    /** A column takes no text that is longer, and no control characters; neither is a reason to lose the inquiry. */
    private static String fitting(String text, int most) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > most ? plain.substring(0, most) : plain;
    }

    private static KeptConsent row(ResultSet row, int number) throws SQLException {
        return new KeptConsent(
                new InquiryId(row.getString("inquiry_id")),
                row.getString("wording"),
                LedgerRows.instant(row, "given_at"),
                row.getString("language"),
                row.getString("channel"));
    }
}
