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

    @ParameterizedTest
    @CsvSource({
        "ana@me.com, ana@icloud.com",
        "Ana+news@mac.com, ana@icloud.com",
        "ana@protonmail.com, ana@proton.me",
        "ana@protonmail.ch, ana@pm.me",
        "a.n-a_ruiz+news@pm.me, anaruiz@proton.me",
        "ana@yandex.ru, ana@ya.ru",
        "ana@yandex.by, ana@yandex.com",
        "ana@yandex.kz, ana@yandex.com",
        "shop@ana.fastmail.com, Ana+news@fastmail.com",
        "shop@ana.fastmail.fm, ana@fastmail.fm"
    })
    void aProvidersDomainsOfOneNameAreOneMailbox(String one, String other) {
        assertThat(Mailbox.of(one)).isEqualTo(Mailbox.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "ana.ruiz@icloud.com, anaruiz@icloud.com",
        "ana-ruiz@yandex.com, anaruiz@yandex.com",
        "ana@yahoo.com, ana@yahoo.co.uk",
        "ana@yahoo.com, ana@ymail.com",
        "ana@hotmail.com, ana@outlook.com",
        "ana@fastmail.com, ana@fastmail.fm",
        "ana@ana.fastmail.com.example, ana@fastmail.com"
    })
    void whatAProviderKeepsApartStaysApart(String one, String other) {
        assertThat(Mailbox.of(one)).isNotEqualTo(Mailbox.of(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yahoo.com", "yahoo.co.uk", "yahoo.com.mx", "yahoo.es", "ymail.com"})
    void yahooCutsAtADash(String domain) {
        assertThat(Mailbox.of("ana-shop@" + domain)).hasToString("ana@" + domain);
    }

    @Test
    void aNameThatBeginsWithAPlusIsAName() {
        assertThat(Mailbox.of("+1310@example.com")).hasToString("+1310@example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Gmail.com",
                "googlemail.com",
                "fastmail.fm",
                "kim.fastmail.com",
                "hotmail.co.uk",
                "mac.com",
                "pm.me",
                "prodigy.net.mx",
                "protonmail.com",
                "rr.com",
                "socal.rr.com",
                "ya.ru",
                "yahoo.co.uk",
                "yahoo.com.mx",
                "yandex.ru"
            })
    void strangersShareAProvider(String domain) {
        assertThat(Mailbox.of("drkim.spine@" + domain).isAtSharedProvider()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clinic.example", "carr.com", "mail.clinic.example"})
    void nobodySharesAClinic(String domain) {
        assertThat(Mailbox.of("front-desk@" + domain).isAtSharedProvider()).isFalse();
    }
}
