package org.foramen.notifier.cases;

import java.util.Optional;
import org.foramen.contract.sealing.InquiryOpener;
import org.foramen.notifier.delivery.Mailbox;
import org.springframework.stereotype.Component;

/** Tells whether two inquiries are of one phone number or address, without keeping either: HMACs under the private key. */
@Component
public class PersonFingerprints {

    private final InquiryOpener opener;

    PersonFingerprints(InquiryOpener opener) {
        this.opener = opener;
    }

    String ofEmail(String address) {
        return opener.fingerprint("case-email", Mailbox.of(address.strip()).toString());
    }

    /** @param phone in E.164; an extension behind it is left aside, for nobody searches by it */
    String ofPhone(String phone) {
        return opener.fingerprint("case-phone", phone.split(";", 2)[0]);
    }

    /** The fingerprint of a phone number as people write it, or of an address; empty when it is neither. */
    Optional<String> ofTyped(String typed) {
        if (typed.contains("@")) {
            return Optional.of(ofEmail(typed));
        }
        String digits = typed.replaceAll("[^0-9]", "");
        if (digits.length() < 7 || !typed.strip().matches("[+(]?[0-9][0-9 ().\\-/]*")) {
            return Optional.empty();
        }
        boolean abroad = typed.strip().startsWith("+");
        return Optional.of(ofPhone(abroad ? "+" + digits : digits.length() == 10 ? "+1" + digits : "+" + digits));
    }
}
