package org.foramen.local.inbox;

import org.foramen.stack.mail.MailAttachment;

/** The HTML of a mail as its frame loads it. */
final class MailHtml {

    private MailHtml() {}

    /** Pictures that came with the mail are loaded from the inbox, and links open in a tab of their own. */
    static String of(KeptMail mail) {
        String html = mail.html().replaceFirst("(?i)<head(\\s[^>]*)?>", "$0<base target=\"_blank\">");
        for (MailAttachment attachment : mail.attachments()) {
            if (!attachment.contentId().isEmpty()) {
                html = html.replace("cid:" + attachment.contentId(), MailPage.partAddress(mail.heading(), attachment));
            }
        }
        return html;
    }
}
