package org.foramen.notifier.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.foramen.contract.Consent;
import org.foramen.contract.ConsentChannel;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.cases.CaseFilter.Lane;
import org.foramen.notifier.cases.action.CaseChange;
import org.foramen.notifier.consent.KeptConsent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of a person: no name, the consent, and after an erasure the bare id. */
abstract class WhatIsKeptOfCasesTests extends FreshBoard {

    @Test
    void nothingThatNamesAPersonStandsInTheTables() {
        InquiryId id = board.open(inquiry(1));
        actions.take(id, 0, "ana");

        for (String table : List.of("inquiry_case", "case_history", "audit")) {
            for (Map<String, Object> row :
                    board.jdbc.sql("select * from " + table).query().listOfRows()) {
                assertThat(row.values().toString().toLowerCase())
                        .doesNotContain("canary", "ruiz", "example.com", "3105550112", "0112");
            }
        }
    }

    @Test
    void anErasureLeavesTheBareId() {
        InquiryId id = board.open(inquiry(1));
        actions.reached(id, 0, "ana");

        board.erasure.erase(id, NOW);
        board.erasure.erase(id, NOW); // the tombstone is read again
        board.open(inquiry(1)); // and a record before it

        assertThat(cases.find(id)).isEmpty();
        assertThat(cases.byPerson("canary1@example.com", 10)).isEmpty();
        assertThat(ids(Lane.DONE_TODAY)).isEmpty();
        assertThat(actions.take(id, 1, "ben")).isEqualTo(new CaseChange.Unknown());
        Map<String, Object> row = board.jdbc
                .sql(
                        "select received_at, due_at, level, way, language, kind, procedure_id, phone_hash, email_hash, owner"
                                + " from inquiry_case")
                .query()
                .singleRow();
        assertThat(row.values()).containsOnlyNulls();
    }

    @Test
    void whatWasErasedBeforeItsCaseWasOpenedOpensNone() {
        board.erasure.erase(inquiry(1).id(), NOW);

        board.open(inquiry(1));

        assertThat(cases.find(inquiry(1).id())).isEmpty();
        assertThat(board.figures.counts().today()).isZero();
        assertThat(board.opener.known(List.of(inquiry(1).id(), inquiry(2).id())))
                .containsExactly(inquiry(1).id());
    }

    @Test
    void theConsentIsKeptWithTheWordsThatWereAgreedTo() {
        Consent shown = new Consent(true, "2026-11-28", "es", ConsentChannel.PAGE);
        InquiryId id = board.open(Inquiries.agreeing(inquiry(1), shown));
        board.open(Inquiries.agreeing(inquiry(1), new Consent(true, "later", "en", ConsentChannel.API))); // a replay

        assertThat(board.consents.of(id)).hasValue(new KeptConsent(id, "2026-11-28", NOW, "es", "page"));
        assertThat(board.consents.beginning(id.value().substring(0, 8))).hasSize(1);
        assertThat(count("consent")).isEqualTo(1);
    }

    @Test
    void aConsentFromBeforeConsentsWereKeptIsNotedLater() {
        InquiryReceived agreed = Inquiries.agreeing(inquiry(1), new Consent(true, "7", "es", ConsentChannel.PAGE));
        InquiryId id = board.open(agreed);
        InquiryId erased = board.open(Inquiries.agreeing(inquiry(2), new Consent(true, "7", "es")));
        board.erasure.erase(erased, NOW);
        board.jdbc.sql("delete from consent").update();

        assertThat(board.consents.missingOf(List.of(id, erased, inquiry(3).id())))
                .containsExactly(id);
        board.opener.noteConsent(agreed, NOW.plusSeconds(60));

        assertThat(board.consents.of(id)).hasValue(new KeptConsent(id, "7", NOW, "es", "page"));
        assertThat(board.consents.missingOf(List.of(id))).isEmpty();
    }

    @Test
    void whoDidNotAgreeHasNoConsent() {
        InquiryId id = board.open(Inquiries.agreeing(inquiry(1), new Consent(false, "2026-11-28", "es")));

        assertThat(board.consents.of(id)).isEmpty();
    }

    @Test
    void anErasureLeavesOfAConsentWhatProvesIt() {
        InquiryId id = board.open(Inquiries.agreeing(inquiry(1), new Consent(true, "7", "es", ConsentChannel.API)));

        board.erasure.erase(id, NOW);
        board.open(inquiry(1)); // a record before the tombstone, read again

        assertThat(board.consents.of(id)).hasValue(new KeptConsent(id, "7", NOW, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\nb", "line\u0085"})
    void noVersionOfTheWordsKeepsAnInquiryFromTheBoard(String version) {
        String endless = version + "9".repeat(500);
        InquiryId id = board.open(Inquiries.agreeing(inquiry(1), new Consent(true, endless, endless)));

        assertThat(cases.find(id)).isPresent();
        assertThat(board.consents.of(id))
                .hasValueSatisfying(
                        kept -> assertThat(kept.wording()).hasSize(64).doesNotContainPattern("\\p{Cntrl}"));
    }
}
