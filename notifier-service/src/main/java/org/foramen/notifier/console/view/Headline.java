package org.foramen.notifier.console.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The one sentence above a page: all is well, look, or act.
 *
 * @param reasons what there is to do or to look at, the gravest first; empty when all is well
 */
public record Headline(Grade grade, List<String> reasons) {

    public Headline {
        reasons = List.copyOf(reasons);
    }

    /** @param urgent people who need a call now */
    public static Headline of(MailStanding mail, long urgent) {
        List<String> act = act(mail, urgent);
        List<String> look = look(mail);
        Grade grade = !act.isEmpty() ? Grade.ACT : look.isEmpty() ? Grade.WELL : Grade.LOOK;
        act.addAll(look);
        return new Headline(grade, act);
    }

    private static List<String> act(MailStanding mail, long urgent) {
        List<String> act = new ArrayList<>();
        if (urgent > 0) {
            act.add(urgent == 1 ? "1 person needs a call now." : urgent + " people need a call now.");
        }
        if (!mail.answering()) {
            act.add("The mail server does not answer; " + waiting(mail) + ".");
        }
        if (mail.check().held()) {
            act.add("The ledger is lost or old: " + count(mail.missing(), "mail is", "mails are")
                    + " missing from it, and none is sent again.");
        } else if (mail.missing() > 0) {
            act.add("The check found " + count(mail.missing(), "mail", "mails") + " missing; they will be sent.");
        }
        return act;
    }

    private static List<String> look(MailStanding mail) {
        List<String> look = new ArrayList<>();
        if (mail.waiting().failed() > 0) {
            look.add(count(mail.waiting().failed(), "mail was", "mails were") + " refused or given up.");
        }
        if (mail.waiting().heldBack() > 0) {
            look.add(
                    count(mail.waiting().heldBack(), "mail is", "mails are") + " held back until somebody lets it go.");
        }
        if (mail.waiting().unreadable() > 0) {
            look.add(count(mail.waiting().unreadable(), "record", "records") + " cannot be read.");
        }
        if (mail.answering() && mail.late()) {
            look.add("Mails are late: " + waiting(mail) + ".");
        }
        if (!mail.ending().isEmpty()) {
            look.add("The approval of " + count(mail.ending().size(), "text", "texts")
                    + " ends soon or has ended: see Handouts.");
        }
        if (mail.stale()) {
            look.add("Nobody compared Kafka with the ledger for "
                    + ClinicTime.words(Duration.between(mail.check().at(), mail.now())) + ".");
        }
        return look;
    }

    private static String waiting(MailStanding mail) {
        String mails = count(mail.owed().mails(), "mail waits", "mails wait");
        Instant since = mail.owed().since();
        return since == null
                ? mails
                : mails + ", the oldest for " + ClinicTime.words(Duration.between(since, mail.now()));
    }

    private static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** How grave it is. */
    public enum Grade {
        WELL("All well"),
        LOOK("Look"),
        ACT("Act");

        private final String word;

        Grade(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        /** Names its looks. */
        public String style() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
