package org.foramen.notifier.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.foramen.contract.sealing.InquiryOpener;
import org.foramen.notifier.delivery.Mailbox;
import org.foramen.notifier.settings.NotifierSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How many mails one address may get in a day (UTC), whoever fills in the form: it must be of no use for flooding a
 * stranger. Each mail takes a slot, a row of which there is only one, so that no two notifiers can take the same.
 */
@Component
public class AddressQuota {

    private final JdbcClient jdbc;
    private final InquiryOpener opener;
    private final int mailsPerDay;

    AddressQuota(JdbcClient jdbc, InquiryOpener opener, NotifierSettings settings) {
        this.jdbc = jdbc;
        this.opener = opener;
        this.mailsPerDay = settings.limits().patientMailsPerDay();
    }

    /** Takes one of the address's slots of that day; false when none is left. Joins the transaction that it is called in. */
    public boolean take(String address, Instant now) {
        if (mailsPerDay == 0) {
            return true;
        }
        String hash = opener.fingerprint("patient-mail", Mailbox.of(address).toString());
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        for (int slot = 1; slot <= mailsPerDay; slot++) {
            int rows = jdbc.sql("insert into patient_mail_slot values (?, ?, ?) on conflict do nothing")
                    .params(hash, day, slot)
                    .update();
            if (rows == 1) {
                return true;
            }
        }
        return false;
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
    void forgetEarlierDays() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        jdbc.sql("delete from patient_mail_slot where on_day < ?")
                .params(today.minusDays(1))
                .update();
    }
}
