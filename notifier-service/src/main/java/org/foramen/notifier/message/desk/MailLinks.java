package org.foramen.notifier.message.desk;

import java.net.URI;
import org.foramen.contract.InquiryId;
import org.jspecify.annotations.Nullable;

/**
 * Where the links of mails to staff lead.
 *
 * @param console where staff sign in; null when no mail is to link there
 */
public record MailLinks(@Nullable URI console) {

    /** One inquiry on the console; null without an address. */
    public @Nullable String person(InquiryId inquiry) {
        return console == null ? null : base(console) + "/people/" + inquiry.value();
    }

    /** The console's first page; null without an address. */
    public @Nullable String board() {
        return console == null ? null : base(console) + "/";
    }

    private static String base(URI address) {
        return address.toString().replaceFirst("/+$", "");
    }
}
