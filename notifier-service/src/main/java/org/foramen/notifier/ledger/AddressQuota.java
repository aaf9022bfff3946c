package org.foramen.notifier.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.foramen.contract.InquiryId;
import org.foramen.contract.sealing.InquiryOpener;
import org.foramen.notifier.delivery.Mailbox;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.settings.NotifierSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Whether an address may be mailed. How often in a day (UTC) is limited, whoever fills in the form: it must be of no use for
 * flooding a stranger. Each inquiry takes a slot, a row of which there is only one, so that no two notifiers can take the same;
 * it keeps the slot, whoever asks for it next: what the clinic is told of a mail and what becomes of the mail are one answer.
 * An address from which a mail came back rests for a time.
 */
@Component
public class AddressQuota {

    private static final String RESTING = "resting";

    private final JdbcClient jdbc;
    private final InquiryOpener opener;
    private final int mailsPerDay;

    AddressQuota(JdbcClient jdbc, InquiryOpener opener, NotifierSettings settings) {
        this.jdbc = jdbc;
        this.opener = opener;
        this.mailsPerDay = settings.limits().patientMailsPerDay();
    }

    /**
     * Takes one of the address's slots of that day for an inquiry, unless it has one; else says why the address is not to be
     * mailed. Joins the transaction that it is called in.
     */
    public Optional<Reason> take(String address, InquiryId inquiry, Instant now) {
        Optional<Reason> resting = resting(address, now);
        return resting.isPresent() || hasSlot(address, inquiry, now) ? resting : Optional.of(Reason.TOO_MANY);
    }

    private Optional<Reason> resting(String address, Instant now) {
        return jdbc.sql(
                        """
                        select reason from resting_address where address_hash in (:hashes) and rests_until > :now
                        order by rests_until desc limit 1
                        """)
                .param("hashes", opener.fingerprints(RESTING, asTyped(address)))
                .param("now", LedgerRows.utc(now))
                .query(String.class)
                .optional()
                .map(Reason::named);
    }

    /** The address is not to be mailed until then. Joins the transaction that it is called in. */
    public void rest(String address, Reason reason, Instant until) {
        String hash = opener.fingerprint(RESTING, asTyped(address));
        jdbc.sql("delete from resting_address where address_hash = ?")
                .param(hash)
                .update();
        jdbc.sql("insert into resting_address values (?, ?, ?) on conflict do nothing")
                .params(hash, reason.code(), LedgerRows.utc(until))
                .update();
    }

    /** Case aside as it was typed: another spelling may be another mailbox. */
    private static String asTyped(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    private boolean hasSlot(String address, InquiryId inquiry, Instant now) {
        if (mailsPerDay == 0) {
            return true;
        }
        List<String> hashes = hashes(address);
        String hash = hashes.get(0);
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        for (int slot = taken(hashes.subList(1, hashes.size()), day) + 1; slot <= mailsPerDay; slot++) {
            if (insert(hash, day, slot, inquiry)) {
                return true;
            }
        }
        // of two that took at once for one inquiry the second is refused every slot
        return holdsSlot(hashes, day, inquiry);
    }

    /** False where another inquiry has the slot, or this one has another. */
    private boolean insert(String hash, LocalDate day, int slot, InquiryId inquiry) {
        return jdbc.sql("insert into patient_mail_slot (address_hash, on_day, slot, inquiry_id) values (?, ?, ?, ?)"
                                + " on conflict do nothing")
                        .params(hash, day, slot, inquiry.value())
                        .update()
                == 1;
    }

    private boolean holdsSlot(List<String> hashes, LocalDate day, InquiryId inquiry) {
        return jdbc.sql(
                                """
                        select count(*) from patient_mail_slot
                        where address_hash in (:hashes) and on_day = :day and inquiry_id = :inquiry
                        """)
                        .param("hashes", hashes)
                        .param("day", day)
                        .param("inquiry", inquiry.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private int taken(List<String> hashes, LocalDate day) {
        if (hashes.isEmpty()) {
            return 0;
        }
        return jdbc.sql("select count(*) from patient_mail_slot where address_hash in (:hashes) and on_day = :day")
                .param("hashes", hashes)
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    /** Under today's key first, and under those before it. */
    private List<String> hashes(String address) {
        return opener.fingerprints("patient-mail", Mailbox.of(address).toString());
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
    void forgetWhatIsPast() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        jdbc.sql("delete from patient_mail_slot where on_day < ?")
                .params(today.minusDays(1))
                .update();
        jdbc.sql("delete from resting_address where rests_until < ?")
                .param(LedgerRows.utc(Instant.now()))
                .update();
    }
}
