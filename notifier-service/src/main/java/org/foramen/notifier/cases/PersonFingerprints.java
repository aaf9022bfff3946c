package org.foramen.notifier.cases;

import java.util.List;
import org.foramen.contract.sealing.InquiryOpener;
import org.foramen.notifier.delivery.Mailbox;
import org.springframework.stereotype.Component;

/** Tells whether two inquiries are of one phone number or address, without keeping either: HMACs under the private key. */
@Component
public class PersonFingerprints {

    private static final String EMAIL = "case-email";
    private static final String PHONE = "case-phone";

    private final InquiryOpener opener;

    PersonFingerprints(InquiryOpener opener) {
        this.opener = opener;
    }

    String ofEmail(String address) {
        return opener.fingerprint(EMAIL, mailbox(address));
    }

    /** @param phone in E.164; an extension behind it is left aside, for nobody searches by it */
    String ofPhone(String phone) {
        return opener.fingerprint(PHONE, phone.split(";", 2)[0]);
    }

    /** The fingerprints, under each key, of a phone number as people write it, or of an address; none when it is neither. */
    List<String> ofTyped(String typed) {
        if (typed.contains("@")) {
            return opener.fingerprints(EMAIL, mailbox(typed));
        }
        String digits = typed.replaceAll("[^0-9]", "");
        if (digits.length() < 7 || !typed.strip().matches("[+(]?[0-9][0-9 ().\\-/]*")) {
            return List.of();
        }
        boolean abroad = typed.strip().startsWith("+");
        return opener.fingerprints(PHONE, (abroad || digits.length() != 10 ? "+" : "+1") + digits);
    }

    private static String mailbox(String address) {
        return Mailbox.of(address.strip()).toString();
    }
}
