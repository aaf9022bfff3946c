package org.foramen.notifier.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.foramen.base.SealKeyFiles;
import org.foramen.notifier.Settings;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.State;
import org.junit.jupiter.api.Test;

/** How often, and whether, an address is mailed. */
abstract class AddressQuotaTests extends FreshLedger {

    @Test
    void anAddressThatSentAMailBackRestsAndTheClinicIsAskedToPhone() {
        quota(Settings.defaults()).rest("Ana@example.com", Reason.BOUNCED_BEFORE, NOW.plus(Duration.ofDays(30)));

        assertThat(ledger.beginNew(KEY, HERE, "ana@example.com", NOW)).isEmpty();

        assertThat(ledger.find(KEY)).hasValueSatisfying(withheld -> {
            assertThat(withheld.state()).isEqualTo(State.WITHHELD);
            assertThat(withheld.reason()).isEqualTo(Reason.BOUNCED_BEFORE);
        });
        assertThat(due.find(EVERYBODY, NOW, 10))
                .extracting(Delivery::key)
                .containsExactly(new DeliveryKey(ID, Audience.NOTICE));
    }

    @Test
    void anAddressRestsForAWhileOnly() {
        AddressQuota quota = quota(Settings.defaults());
        quota.rest("ana@example.com", Reason.COMPLAINED, NOW.plus(Duration.ofDays(1)));
        quota.rest("ana@example.com", Reason.BOUNCED_BEFORE, NOW.plus(Duration.ofDays(30)));

        assertThat(quota.take("ana@example.com", numbered(1), NOW.plus(Duration.ofDays(29))))
                .contains(Reason.BOUNCED_BEFORE);
        assertThat(quota.take("ana@example.com", numbered(2), NOW.plus(Duration.ofDays(30))))
                .isEmpty();
    }

    @Test
    void aMailThatIsOneTooManyForItsAddressIsOnRecordAndNotBegun() {
        ledger.beginNew(another(1), HERE, "ana@example.com", NOW);
        ledger.beginNew(another(2), HERE, "ana@example.com", NOW);
        ledger.beginNew(another(3), HERE, "ana@example.com", NOW);

        assertThat(ledger.beginNew(KEY, HERE, "ana@example.com", NOW)).isEmpty();

        assertThat(ledger.find(KEY)).hasValueSatisfying(withheld -> {
            assertThat(withheld.state()).isEqualTo(State.WITHHELD);
            assertThat(withheld.reason()).isEqualTo(Reason.TOO_MANY);
            assertThat(withheld.nextAttemptAt()).isNull();
        });
    }

    @Test
    void aMailThatIsOneTooManyIsNotOwedEitherWhileNoConnectionIsFree() {
        IntStream.rangeClosed(1, 4).forEach(number -> ledger.oweNew(another(number), HERE, "ana@example.com", NOW));

        assertThat(ledger.find(another(3)))
                .hasValueSatisfying(owed -> assertThat(owed.state()).isEqualTo(State.OWED));
        assertThat(ledger.find(another(4)))
                .hasValueSatisfying(withheld -> assertThat(withheld.reason()).isEqualTo(Reason.TOO_MANY));
        assertThat(due.find(EVERYBODY, NOW, 10)).hasSize(3);
    }

    @Test
    void anInquiryHasOneSlotHoweverOftenItIsAskedFor() {
        AddressQuota quota = quota(Settings.with("foramen.limits.patient-mails-per-day", "2"));

        assertThat(IntStream.range(0, 50)
                        .parallel()
                        .mapToObj(number -> quota.take("ana@example.com", numbered(1), NOW)))
                .allMatch(Optional::isEmpty);
        assertThat(quota.take("ana@example.com", numbered(2), NOW)).isEmpty();
        assertThat(quota.take("ana@example.com", numbered(3), NOW)).contains(Reason.TOO_MANY);
        assertThat(quota.take("ana@example.com", numbered(1), NOW)).isEmpty();
    }

    @Test
    void anAddressGetsSoManyMailsADayHoweverItIsSpelt() {
        AddressQuota quota = quota(Settings.with("foramen.limits.patient-mails-per-day", "2"));

        assertThat(quota.take("ana@example.com", numbered(3), NOW)).isEmpty();
        assertThat(quota.take("Ana+form@Example.com", numbered(4), NOW)).isEmpty();
        assertThat(quota.take("ana@example.com", numbered(5), NOW)).contains(Reason.TOO_MANY);
        assertThat(quota.take("bob@example.com", numbered(6), NOW)).isEmpty();
        assertThat(quota.take("ana@example.com", numbered(7), NOW.plus(Duration.ofDays(1))))
                .isEmpty();
        assertThat(jdbc.sql("select address_hash from patient_mail_slot")
                        .query(String.class)
                        .list())
                .allMatch(hash -> hash.matches("[A-Za-z0-9_-]{43}"));
    }

    /** The key may be changed because it was lost to somebody: whoever fills in forms must not gain by it. */
    @Test
    void aChangeOfTheKeyForgetsNeitherTheMailsOfTheDayNorWhoRests() {
        AddressQuota before = quota(Settings.with("foramen.limits.patient-mails-per-day", "3"));
        before.take("ana@example.com", numbered(21), NOW);
        before.take("ana@example.com", numbered(22), NOW);
        before.rest("bob@example.com", Reason.BOUNCED_BEFORE, NOW.plus(Duration.ofDays(30)));

        SealKeyFiles.change(keys);
        AddressQuota after = quota(Settings.with("foramen.limits.patient-mails-per-day", "3"));

        assertThat(after.take("ana@example.com", numbered(23), NOW)).isEmpty();
        assertThat(after.take("ana@example.com", numbered(24), NOW)).contains(Reason.TOO_MANY);
        assertThat(after.take("ana@example.com", numbered(21), NOW))
                .as("has its slot")
                .isEmpty();
        assertThat(after.take("bob@example.com", numbered(25), NOW)).contains(Reason.BOUNCED_BEFORE);
    }

    @Test
    void allSpellingsOfOneGmailMailboxAreOneAddress() {
        AddressQuota quota = quota(Settings.with("foramen.limits.patient-mails-per-day", "2"));

        assertThat(quota.take("d.ottest@gmail.com", numbered(8), NOW)).isEmpty();
        assertThat(quota.take("do.ttest@googlemail.com", numbered(9), NOW)).isEmpty();
        assertThat(quota.take("dot.test+1@gmail.com", numbered(10), NOW)).contains(Reason.TOO_MANY);
    }

    @Test
    void ofManyAtOnceOnlySoManyGetASlot() {
        AddressQuota quota = quota(Settings.defaults());

        long taken = IntStream.range(0, 200)
                .parallel()
                .filter(number ->
                        quota.take("ana@example.com", numbered(number), NOW).isEmpty())
                .count();

        assertThat(taken).isEqualTo(3);
    }

    @Test
    void thereIsNoLimitWhereNoneIsSet() {
        AddressQuota quota = quota(Settings.with("foramen.limits.patient-mails-per-day", "0"));

        assertThat(IntStream.range(0, 20).allMatch(number -> quota.take("ana@example.com", numbered(number), NOW)
                        .isEmpty()))
                .isTrue();
    }

    private static DeliveryKey another(int number) {
        return new DeliveryKey(numbered(number), Audience.PATIENT);
    }
}
