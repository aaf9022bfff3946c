package org.foramen.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dottest@gmail.com",
                "d.ottest@gmail.com",
                "d.o.t.t.e.s.t@gmail.com",
                "DotTest+clinic@GMail.com",
                "dot.test@googlemail.com"
            })
    void everySpellingAtGmailIsOneMailbox(String address) {
        assertThat(Mailbox.of(address)).hasToString("dottest@gmail.com");
    }

    @ParameterizedTest
    @CsvSource({
        "ana.ruiz@example.com, anaruiz@example.com",
        "ana@example.com, ana@example.org",
        "ana-maria@example.com, ana@example.com"
    })
    void elsewhereOtherLettersAreOtherPeople(String one, String other) {
        assertThat(Mailbox.of(one)).isNotEqualTo(Mailbox.of(other));
    }

    @Test
    void caseAndWhatFollowsAPlusMakeNoDifferenceAnywhere() {
        assertThat(Mailbox.of("Ana+news@Example.com")).isEqualTo(Mailbox.of("ana@example.com"));
    }

    @Test
    void yahooCutsAtADash() {
        assertThat(Mailbox.of("ana-shop@yahoo.com")).isEqualTo(Mailbox.of("ana@yahoo.com"));
    }

    @Test
    void aNameThatBeginsWithAPlusIsAName() {
        assertThat(Mailbox.of("+1310@example.com")).hasToString("+1310@example.com");
    }

    @Test
    void strangersShareAProviderAndNotAClinic() {
        assertThat(Mailbox.of("drkim.spine@Gmail.com").isAtSharedProvider()).isTrue();
        assertThat(Mailbox.of("front-desk@clinic.example").isAtSharedProvider()).isFalse();
    }
}
