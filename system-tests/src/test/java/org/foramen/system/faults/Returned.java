package org.foramen.system.faults;

import java.nio.charset.StandardCharsets;
import org.foramen.stack.mail.ReceivedMail;

/** Reports on mails that were taken and could not be delivered (RFC 3464), as relays write them. */
final class Returned {

    private Returned() {}

    /** To the envelope sender, as it was given. */
    static byte[] toSender(ReceivedMail mail) {
        return report(mail, mail.sender());
    }

    /** By a relay that knows the mailbox and not what stands behind its plus; it quotes the head of the mail. */
    static byte[] toMailbox(ReceivedMail mail) {
        return report(mail, mail.sender().replaceFirst("\\+[^@]*", ""));
    }

    private static byte[] report(ReceivedMail mail, String to) {
        return """
                Return-Path: <>
                From: MAILER-DAEMON@relay.example (Mail Delivery System)
                To: %s
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="part"

                --part
                Content-Type: text/plain; charset=us-ascii

                Your message could not be delivered to one or more recipients.

                --part
                Content-Type: message/delivery-status

                Reporting-MTA: dns; relay.example

                Final-Recipient: rfc822; %s
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 no such mailbox here

                --part
                Content-Type: text/rfc822-headers

                %s
                --part--
                """
                .formatted(to, mail.recipient(), mail.head().strip())
                .replaceAll("\r?\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
