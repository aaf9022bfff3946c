package org.foramen.notifier.answering;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.foramen.content.profile.ClinicProfile;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.delivery.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Who gets mail from us: whoever agreed to it, from an address of a person. Anybody can type anybody's address into a form,
 * so what could start a loop, or annoy a stranger in our name, is left to the clinic.
 */
final class PatientMailRules {

    /** RFC 2142's mailboxes that are run by machines or for complaints, and those that answer by themselves. */
    private static final Set<String> ROLES = Set.of(
            "abuse",
            "ftp",
            "hostmaster",
            "list",
            "listserv",
            "mailer-daemon",
            "majordomo",
            "news",
            "no-reply",
            "noc",
            "noreply",
            "postmaster",
            "root",
            "security",
            "usenet",
            "uucp",
            "webmaster",
            "www");

    private final Set<String> clinicAddresses;
    private final String clinicDomain;

    PatientMailRules(ClinicProfile clinic) {
        this.clinicAddresses = Set.of(lowered(clinic.inbox()), lowered(clinic.fallbackInbox()));
        this.clinicDomain = hostOf(lowered(clinic.from()));
    }

    /** Why no mail goes to the person; null when one does. */
    @Nullable Reason forbid(InquiryReceived inquiry, List<String> suspicions) {
        String address = lowered(inquiry.person().email());
        if (!inquiry.consent().toEmail()) {
            return Reason.NO_CONSENT;
        } else if (isOwn(address)) {
            return Reason.OWN_ADDRESS;
        } else if (isRole(address)) {
            return Reason.ROLE_ADDRESS;
        }
        return suspicions.isEmpty() ? null : Reason.SUSPECTED_SPAM;
    }

    private boolean isOwn(String address) {
        String host = hostOf(address);
        return clinicAddresses.contains(address) || host.equals(clinicDomain) || host.endsWith("." + clinicDomain);
    }

    private static boolean isRole(String address) {
        String mailbox = address.substring(0, address.lastIndexOf('@')).replaceFirst("\\+.*", "");
        return ROLES.contains(mailbox) || mailbox.endsWith("-request") || mailbox.startsWith("owner-");
    }

    private static String hostOf(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private static String lowered(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
