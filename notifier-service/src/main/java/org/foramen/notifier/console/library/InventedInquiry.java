package org.foramen.notifier.console.library;

import java.time.Instant;
import java.util.List;
import org.foramen.content.ClinicContent;
import org.foramen.contract.Consent;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryKind;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Person;
import org.foramen.contract.Region;

/** An inquiry that nobody sent, for showing what a mail looks like. */
final class InventedInquiry {

    private static final InquiryId ID = new InquiryId("K7F392QX" + "0".repeat(18));

    private InventedInquiry() {}

    static InquiryReceived asking(String language, ClinicContent content) {
        return new InquiryReceived(
                ID,
                Instant.now(),
                InquiryKind.CONTACT,
                null,
                Region.UNSPECIFIED,
                new Person("Nobody", content.clinic().inbox(), null, ContactChannel.EMAIL, language),
                "",
                null,
                new Consent(true, "", language),
                List.of(),
                List.of());
    }
}
