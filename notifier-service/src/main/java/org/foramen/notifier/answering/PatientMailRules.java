package org.foramen.notifier.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foramen.content.profile.ClinicProfile;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.delivery.Mailbox;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.message.Response;
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

    private final Set<Mailbox> clinicMailboxes;
    private final Set<String> clinicDomains;

    PatientMailRules(ClinicProfile clinic) {
        List<String> house = List.of(clinic.inbox(), clinic.fallbackInbox(), clinic.operatorInbox(), clinic.from());
        List<String> elsewhere = new ArrayList<>(clinic.routes().inboxes());
        elsewhere.addAll(clinic.furtherUrgentInboxes());
        this.clinicMailboxes = Stream.concat(house.stream(), elsewhere.stream())
                .map(Mailbox::of)
                .collect(Collectors.toUnmodifiableSet());
        this.clinicDomains = house.stream()
                .map(Mailbox::of)
                .filter(mailbox -> !mailbox.isAtSharedProvider())
                .map(Mailbox::domain)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Why no mail goes to the person; null when one does. */
    @Nullable Reason forbid(InquiryReceived inquiry, List<String> suspicions) {
        String typed = inquiry.person().email();
        if (typed == null || !inquiry.consent().toEmail()) {
            return Reason.NO_CONSENT;
        }
        Mailbox address = Mailbox.of(typed);
        if (isOwn(address)) {
            return Reason.OWN_ADDRESS;
        } else if (isRole(address)) {
            return Reason.ROLE_ADDRESS;
        }
        return Response.heldBackBy(suspicions);
    }

    /** At a provider that strangers share, and in the house of another, only the clinic's own mailboxes are its own. */
    private boolean isOwn(Mailbox address) {
        return clinicMailboxes.contains(address)
                || clinicDomains.stream()
                        .anyMatch(own ->
                                address.domain().equals(own) || address.domain().endsWith("." + own));
    }

    private static boolean isRole(Mailbox address) {
        String name = address.name();
        return ROLES.contains(name) || name.endsWith("-request") || name.startsWith("owner-");
    }
}
