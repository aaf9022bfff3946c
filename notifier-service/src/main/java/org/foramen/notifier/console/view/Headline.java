package org.foramen.notifier.console.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.foramen.notifier.message.desk.DeskWords;

/**
 * The one sentence above a page: all is well, look, or act.
 *
 * @param reasons what there is to do or to look at, the gravest first; empty when all is well
 */
public record Headline(Grade grade, List<String> reasons) {

    static final String TEXTS = "headline.";

    public Headline {
        reasons = List.copyOf(reasons);
    }

    /** @param urgent emergencies that nobody answered yet */
    static Headline of(MailStanding mail, long urgent, DeskWords words) {
        List<String> act = act(mail, urgent, words);
        List<String> look = look(mail, words);
        Grade grade = !act.isEmpty() ? Grade.ACT : look.isEmpty() ? Grade.WELL : Grade.LOOK;
        act.addAll(look);
        return new Headline(grade, act);
    }

    private static List<String> act(MailStanding mail, long urgent, DeskWords words) {
        List<String> act = new ArrayList<>();
        addCounted(act, "urgent", urgent, words);
        if (!mail.answering()) {
            act.add(words.say(TEXTS + "away", Map.of("waiting", waiting(mail, words))));
        }
        addCounted(act, "gone", mail.check().lost(), words);
        addCounted(act, mail.check().held() ? "lost" : "missing", mail.missing(), words);
        return act;
    }

    private static List<String> look(MailStanding mail, DeskWords words) {
        List<String> look = new ArrayList<>();
        addCounted(look, "failed", mail.waiting().failed(), words);
        addCounted(look, "heldBack", mail.waiting().heldBack(), words);
        addCounted(look, "unreadable", mail.waiting().unreadable(), words);
        if (mail.answering() && mail.late()) {
            look.add(words.say(TEXTS + "late", Map.of("waiting", waiting(mail, words))));
        }
        addCounted(look, "ending", mail.ending().size(), words);
        if (mail.stale()) {
            String time = ClinicTime.words(Duration.between(mail.check().at(), mail.now()));
            look.add(words.say(TEXTS + "unchecked", Map.of("time", time)));
        }
        return look;
    }

    private static void addCounted(List<String> reasons, String name, long count, DeskWords words) {
        if (count > 0) {
            reasons.add(words.counted(TEXTS + name, count));
        }
    }

    private static String waiting(MailStanding mail, DeskWords words) {
        String waiting = words.counted(TEXTS + "waits", mail.owed().mails());
        Instant since = mail.owed().since();
        return since == null
                ? waiting
                : words.say(
                        TEXTS + "oldest",
                        Map.of("waiting", waiting, "time", ClinicTime.words(Duration.between(since, mail.now()))));
    }

    /** How grave it is. */
    public enum Grade {
        WELL,
        LOOK,
        ACT;

        /** Names its looks, and its word. */
        public String style() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
