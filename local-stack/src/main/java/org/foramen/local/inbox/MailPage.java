package org.foramen.local.inbox;

import static org.foramen.local.inbox.PageHtml.escape;

import java.util.stream.Collectors;
import org.foramen.stack.mail.MailAttachment;

/** One mail: who, what, its attachments, its HTML in a frame that can do nothing, its text and its headers. */
final class MailPage {

    private MailPage() {}

    static String of(KeptMail mail) {
        MailHeading heading = mail.heading();
        String subject = ListPage.subject(heading);
        return PageHtml.page(
                subject,
                """
                <header>
                <p><a href="/">Inbox</a></p>
                <h1 dir="auto">%s</h1>
                <dl>
                <dt>From</dt><dd dir="auto">%s</dd>
                <dt>To</dt><dd dir="auto">%s</dd>
                %s                <dt>Received</dt><dd>%s</dd>
                %s</dl>
                </header>
                <main>
                %s%s<details>
                <summary>Headers</summary>
                <pre class="headers" tabindex="0">%s</pre>
                <p><a href="/mails/%s/source">The whole mail as it came</a></p>
                </details>
                </main>
                """
                        .formatted(
                                escape(subject),
                                escape(heading.from()),
                                escape(heading.to()),
                                replyTo(mail),
                                ListPage.time(heading),
                                attachments(mail),
                                html(mail),
                                text(mail),
                                escape(String.join("\n", mail.headers())),
                                escape(heading.name())));
    }

    /** Where the parts of a mail are served. */
    static String partAddress(MailHeading mail, MailAttachment attachment) {
        return "/mails/" + mail.name() + "/parts/" + attachment.number();
    }

    private static String replyTo(KeptMail mail) {
        return mail.replyTo().isEmpty()
                ? ""
                : "<dt>Reply to</dt><dd dir=\"auto\">%s</dd>%n".formatted(escape(mail.replyTo()));
    }

    private static String attachments(KeptMail mail) {
        if (mail.attachments().isEmpty()) {
            return "";
        }
        return mail.attachments().stream()
                .map(attachment -> "<a href=\"%s\">%s</a> (%s, %s)"
                        .formatted(
                                escape(partAddress(mail.heading(), attachment)),
                                escape(attachment.fileName()),
                                escape(attachment.contentType()),
                                size(attachment.content().length)))
                .collect(Collectors.joining("<br>\n", "<dt>Attached</dt><dd>", "</dd>\n"));
    }

    private static String html(KeptMail mail) {
        return mail.html().isEmpty()
                ? ""
                : """
                <section>
                <h2>HTML</h2>
                <iframe title="The mail as HTML" sandbox="allow-popups allow-popups-to-escape-sandbox"
                  src="/mails/%s/html"></iframe>
                </section>
                """
                        .formatted(escape(mail.heading().name()));
    }

    private static String text(KeptMail mail) {
        return mail.text().isEmpty()
                ? ""
                : """
                <section>
                <h2>Text</h2>
                <pre dir="auto" tabindex="0">%s</pre>
                </section>
                """
                        .formatted(escape(mail.text()));
    }

    private static String size(int bytes) {
        return bytes < 1024 ? bytes + " bytes" : (bytes + 512) / 1024 + " KB";
    }
}
