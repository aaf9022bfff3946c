package org.foramen.benchmarks.notifier;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.foramen.stack.mail.Answer;
import org.foramen.stack.mail.ReceivedMail;

/**
 * Answers as a mail server at work does: each mail takes its time, one of twenty is put off once, one of fifty is refused for
 * good. A clinic's own inbox is not refused; so twice as many of the patients' mails are.
 */
final class ReluctantServer {

    private static final Duration TIME_OF_A_MAIL = Duration.ofMillis(20);
    private static final int PUT_OFF_OF_HUNDRED = 5;
    private static final int REFUSED_OF_HUNDRED = 2;

    private final Set<String> putOff = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final AtomicLong taken = new AtomicLong();

    Answer answer(ReceivedMail mail) {
        String id = mail.messageId();
        int chance = Math.floorMod(id.hashCode() * 31, 100);
        if (chance < refusedOfHundred(id)) {
            refused.add(id);
            return new Answer.Reply("550 5.1.1 nobody of that name");
        }
        if (chance >= 100 - PUT_OFF_OF_HUNDRED && putOff.add(id)) {
            return new Answer.Reply("451 4.7.1 try again later");
        }
        if (!isNotice(id)) {
            taken.incrementAndGet();
        }
        return new Answer.Yes(TIME_OF_A_MAIL);
    }

    /** Mails about inquiries that it took. */
    long taken() {
        return taken.get();
    }

    /** Mails that will never be taken. */
    long refused() {
        return refused.size();
    }

    /** Mails that were put off, taken since or not. */
    long putOff() {
        return putOff.size();
    }

    private static int refusedOfHundred(String id) {
        return id.contains(".clinic@") ? 0 : id.contains(".patient@") ? 2 * REFUSED_OF_HUNDRED : REFUSED_OF_HUNDRED;
    }

    /** What the notifier writes to the clinic because of what was refused is no mail of the round. */
    private static boolean isNotice(String id) {
        return id.contains(".notice@");
    }
}
