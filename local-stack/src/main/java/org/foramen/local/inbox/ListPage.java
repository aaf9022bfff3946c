package org.foramen.local.inbox;

import static org.foramen.local.inbox.PageHtml.escape;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The list of mails, the newest first. */
final class ListPage {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH);

    private ListPage() {}

    /**
     * @param newest what to list
     * @param count how many mails there are, listed or not
     * @param refreshing whether the page comes again by itself
     */
    static String of(List<MailHeading> newest, int count, boolean refreshing) {
        return PageHtml.page(
                "Inbox (" + count + ")",
                """
                <header>
                <h1>Inbox</h1>
                <p>%s. %s</p>
                </header>
                <main>
                %s</main>
                """
                        .formatted(counted(newest.size(), count), refreshLink(refreshing), list(newest)));
    }

    /** The arrival of a mail as markup, by this machine's clock. */
    static String time(MailHeading mail) {
        return "<time datetime=\"%s\">%s</time>"
                .formatted(mail.receivedAt(), TIME.format(mail.receivedAt().atZone(ZoneId.systemDefault())));
    }

    /** The subject as text, also when the mail has none. */
    static String subject(MailHeading mail) {
        return mail.subject().isBlank() ? "(no subject)" : mail.subject();
    }

    private static String counted(int listed, int count) {
        String mails = count == 1 ? "1 mail" : count + " mails";
        return listed == count ? mails : mails + ", the newest " + listed + " listed";
    }

    private static String refreshLink(boolean refreshing) {
        return refreshing
                ? "The list refreshes by itself. <a href=\"/?refresh=off\">Stop that</a>"
                : "<a href=\"/\">Refresh by itself</a>";
    }

    private static String list(List<MailHeading> mails) {
        if (mails.isEmpty()) {
            return """
                    <p class="none">No mail yet. Send an inquiry through the form, and the mails to the clinic
                    and to the patient appear here.</p>
                    """;
        }
        return mails.stream().map(ListPage::item).collect(Collectors.joining("", "<ol class=\"mails\">\n", "</ol>\n"));
    }

    private static String item(MailHeading mail) {
        return """
                <li>
                <a href="/mails/%s" dir="auto">%s</a>
                <span class="to" dir="auto">to %s</span>
                <span class="from" dir="auto">from %s</span>
                %s
                </li>
                """
                .formatted(
                        escape(mail.name()), escape(subject(mail)), escape(mail.to()), escape(mail.from()), time(mail));
    }
}
