package org.foramen.notifier.cases;

import java.util.Optional;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Suspicion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which inquiries came with the token of another that was noted before them; {@link CaseOpener} notes it with the case. */
@Component
public class RepeatedForms {

    private final JdbcClient jdbc;

    public RepeatedForms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The inquiry with what the ledger knows of it: under suspicion where its token was another's before. */
    public InquiryReceived marked(InquiryReceived inquiry) {
        boolean repeats = inquiry.tokenHash() != null && known(inquiry.id()).orElse(false);
        return repeats ? inquiry.suspectedOf(Suspicion.FORM_SENT_BEFORE) : inquiry;
    }

    /** Empty where there is no case of it. */
    Optional<Boolean> known(InquiryId inquiry) {
        return jdbc.sql("select repeats is not null from inquiry_case where inquiry_id = ?")
                .param(inquiry.value())
                .query(Boolean.class)
                .optional();
    }
}
