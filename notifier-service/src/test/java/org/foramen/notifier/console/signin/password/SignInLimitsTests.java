package org.foramen.notifier.console.signin.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.foramen.notifier.console.signin.Role;
import org.foramen.notifier.ledger.Ledgers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A lock that keeps guessers out, and that they cannot turn against the staff. */
class SignInLimitsTests {

    private static final String HASH = "$2a$10$" + "a".repeat(53);
    private static final Visitor OFFICE = from("203.0.113.7");
    private static final Visitor ELSEWHERE = from("198.51.100.9");

    private final KnownBrowsers browsers = new KnownBrowsers(
            List.of(new UserLine("ana", Role.OPERATOR, HASH), new UserLine("vera", Role.VIEWER, HASH)));
    private final JdbcClient ledger = JdbcClient.create(Ledgers.database("sign-in-limits"));
    private SignInLimits limits = started(browsers);
    private Instant now = Instant.parse("2026-11-29T10:00:00Z");

    @BeforeEach
    void nobodyWasHere() {
        ledger.sql("delete from console_networks").update();
    }

    @Test
    void whoGuessesOneNameWaitsAndNobodyElseOfThatAddress() {
        guess("ana", OFFICE, 5);

        assertThat(limits.admits("ana", OFFICE, now)).isFalse();
        assertThat(limits.admits("vera", OFFICE, now)).isTrue();
        assertThat(limits.admits("ana", ELSEWHERE, now)).isTrue();
    }

    @Test
    void anotherAddressOfTheSameNetworkIsNoWayAround() {
        guess("ana", from("198.51.100.1"), 3);
        guess("ana", from("198.51.100.200"), 2);

        assertThat(limits.admits("ana", from("198.51.100.77"), now)).isFalse();
    }

    @Test
    void oneNetworkTriesTwentyNamesAndNoMore() {
        int looked = 0;
        for (int name = 0; name < 1_000; name++) {
            looked += guess("name" + name, ELSEWHERE, 1);
        }

        assertThat(looked).isEqualTo(20);
        assertThat(limits.admits("ana", OFFICE, now)).isTrue();
    }

    @Test
    void whoSignedInFromANetworkBeforeWaitsForNobodyWhoTriesManyNamesThere() {
        signIn("ana", OFFICE);
        for (int name = 0; name < 1_000; name++) {
            guess("name" + name, OFFICE, 1);
        }

        assertThat(limits.admits("vera", OFFICE, now)).isFalse();
        assertThat(limits.admits("ana", OFFICE, now)).isTrue();
    }

    @Test
    void aSlowLedgerHoldsUpNobodyWhoNeedsNotAskIt() throws Exception {
        String mark = browsers.mark("vera");
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answers = new CountDownLatch(1);
        DataSource slow = new DelegatingDataSource(Ledgers.database("sign-in-limits")) {
            @Override
            public Connection getConnection() throws SQLException {
                asked.countDown();
                try {
                    answers.await();
                } catch (InterruptedException e) {
                    throw new SQLException(e);
                }
                return super.getConnection();
            }
        };
        limits = new SignInLimits(browsers, new KnownNetworks(JdbcClient.create(slow), browsers));
        CompletableFuture<Boolean> ana = CompletableFuture.supplyAsync(() -> limits.admits("ana", OFFICE, now));
        asked.await();

        CompletableFuture<Boolean> vera =
                CompletableFuture.supplyAsync(() -> limits.admits("vera", new Visitor("198.51.100.9", mark), now));

        assertThat(vera).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(true);
        assertThat(ana).isNotDone();
        answers.countDown();
        assertThat(ana).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(true);
    }

    @Test
    void aClockThatWasSetBackLocksNobodyOut() {
        guess("ana", OFFICE, 8);
        assertThat(limits.admits("ana", OFFICE, now)).isFalse();

        assertThat(limits.admits("ana", OFFICE, now.minus(Duration.ofHours(1)))).isTrue();
    }

    @Test
    void manyNetworksTryOneNameTwentyTimesAndNobodyWaitsAtHome() {
        signIn("ana", OFFICE);
        int looked = 0;
        for (int network = 0; network < 250; network++) {
            looked += guess("ana", from("192.0." + network + ".1"), 1);
        }

        assertThat(looked).isEqualTo(20);
        assertThat(limits.admits("ana", OFFICE, now)).isTrue();
        Visitor phone = new Visitor(ELSEWHERE.network(), browsers.mark("ana"));
        assertThat(limits.admits("ana", phone, now)).isTrue();
    }

    @Test
    void aBrowserThatWasLetInBeforeDoesNotWaitForGuessesFromItsOwnNetwork() {
        guess("ana", OFFICE, 5);

        assertThat(limits.admits("ana", new Visitor(OFFICE.network(), browsers.mark("ana")), now))
                .isTrue();
        assertThat(limits.admits("ana", new Visitor(OFFICE.network(), browsers.mark("vera")), now))
                .as("another's browser")
                .isFalse();
    }

    @Test
    void aWholeStaffThatSignsInFromOneNetworkDoesNotWait() {
        for (int person = 0; person < 60; person++) {
            assertThat(limits.admits("person" + person, OFFICE, now)).isTrue();
            limits.passed("person" + person, OFFICE, now);
        }
    }

    @Test
    void whoKnowsAPasswordCannotGuessOthersBetweenTheirOwnSignIns() {
        int looked = 0;
        for (int name = 0; name < 100; name++) {
            looked += guess("name" + name, OFFICE, 1);
            signIn("vera", OFFICE);
        }

        assertThat(looked).isEqualTo(20);
    }

    @Test
    void aDayOfGuessingOneNameFromOneNetworkLooksAtAHundredPasswords() {
        Instant end = now.plus(Duration.ofDays(1));
        int looked = 0;
        for (; now.isBefore(end); now = now.plusSeconds(1)) {
            looked += guess("ana", ELSEWHERE, 1);
        }

        assertThat(looked).isBetween(90, 110);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.250, true",
        "203.0.113.7, 203.0.112.7, false",
        "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "2001:db8:1:2::1, 2001:0DB8:0001:0002:0:0:0:9, true",
        "::ffff:203.0.113.7, 203.0.113.9, true"
    })
    void aNetworkIsASlash24OrASlash64(String one, String other, boolean same) {
        assertThat(Visitor.networkOf(one).equals(Visitor.networkOf(other))).isEqualTo(same);
    }

    @Test
    void aNetworkIsKnownStillAfterARestartAndToAnotherNotifier() {
        signIn("ana", OFFICE);

        limits = started(browsers);
        for (int network = 0; network < 250; network++) {
            guess("ana", from("192.0." + network + ".1"), 1);
        }

        assertThat(limits.admits("ana", OFFICE, now)).isTrue();
        assertThat(limits.admits("ana", ELSEWHERE, now)).isFalse();
        assertThat(ledger.sql("select mark from console_networks")
                        .query(String.class)
                        .list())
                .singleElement()
                .satisfies(mark -> assertThat(mark).doesNotContain("ana", OFFICE.network()));
    }

    @Test
    void aNetworkIsNoLongerKnownWithANewPasswordOrAfterHalfAYear() {
        signIn("ana", OFFICE);
        KnownNetworks withNewPassword = new KnownNetworks(
                ledger, new KnownBrowsers(List.of(new UserLine("ana", Role.OPERATOR, HASH.replace("aaa", "bbb")))));
        assertThat(withNewPassword.knows("ana", OFFICE.network())).isFalse();
        assertThat(new KnownNetworks(ledger, browsers).knows("ana", OFFICE.network()))
                .isTrue();

        now = now.plus(Duration.ofDays(181));
        signIn("vera", OFFICE);

        assertThat(new KnownNetworks(ledger, browsers).knows("ana", OFFICE.network()))
                .isFalse();
    }

    private SignInLimits started(KnownBrowsers known) {
        return new SignInLimits(known, new KnownNetworks(ledger, known));
    }

    /** How many of the passwords were looked at. */
    private int guess(String name, Visitor from, int times) {
        int looked = 0;
        for (int guess = 0; guess < times; guess++) {
            if (limits.admits(name, from, now)) {
                looked++;
                limits.failed(from, now);
            }
        }
        return looked;
    }

    private void signIn(String name, Visitor from) {
        if (limits.admits(name, from, now)) {
            limits.passed(name, from, now);
        }
    }

    private static Visitor from(String address) {
        return new Visitor(Visitor.networkOf(address), "");
    }
}
