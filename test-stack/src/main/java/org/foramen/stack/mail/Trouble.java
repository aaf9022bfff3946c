package org.foramen.stack.mail;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Trouble for the first so many mails, each for so many tries; all others get yes. */
public final class Trouble implements Function<ReceivedMail, Answer> {

    private final Map<String, Integer> triesLeft = new HashMap<>();
    private final int mails;
    private final int tries;
    private final Answer answer;

    private Trouble(int mails, int tries, Answer answer) {
        this.mails = mails;
        this.tries = tries;
        this.answer = answer;
    }

    public static Trouble forTheFirst(int mails, int tries, Answer answer) {
        return new Trouble(mails, tries, answer);
    }

    @Override
    public synchronized Answer apply(ReceivedMail mail) {
        if (triesLeft.size() < mails) {
            triesLeft.putIfAbsent(mail.messageId(), tries);
        }
        int left = triesLeft.getOrDefault(mail.messageId(), 0);
        triesLeft.computeIfPresent(mail.messageId(), (id, count) -> count - 1);
        return left > 0 ? answer : Answer.yes();
    }
}
