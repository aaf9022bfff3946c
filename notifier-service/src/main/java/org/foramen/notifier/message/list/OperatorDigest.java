package org.foramen.notifier.message.list;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.foramen.notifier.delivery.Delivery;
import org.foramen.notifier.delivery.DeliveryKey;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.message.Stationery;
import org.foramen.notifier.message.desk.DeskWords;
import org.foramen.notifier.message.desk.MailLinks;

/** The mail of the day to whoever runs this: what the machine is in trouble with. */
public final class OperatorDigest {

    private final String inbox;
    private final MailLinks links;
    private final DeskWords words;
    private final ListMail mail;

    public OperatorDigest(Stationery stationery) {
        this.inbox = stationery.content().clinic().operatorInbox();
        this.links = stationery.links();
        this.words = new DeskWords(stationery.content());
        this.mail = new ListMail(stationery);
    }

    /**
     * Writes it.
     *
     * @param troubles mails that wait for long, and records that cannot be read: the first of them
     * @param all how many there are
     * @param lost where the records stood that Kafka dropped before they were read; empty when none are lost
     */
    public Mail write(List<Delivery> troubles, long all, String lost, Instant date) {
        List<Line> lines = new ArrayList<>();
        if (!lost.isEmpty()) {
            lines.add(new Line(words.say("trouble.lost", Map.of("ranges", lost)), null));
        }
        long told = all + lines.size();
        troubles.forEach(one -> lines.add(line(one)));
        if (all > troubles.size()) {
            lines.add(new Line(words.counted("trouble.more", all - troubles.size()), links.board()));
        }
        return mail.write(
                inbox,
                words.say("operator.sender"),
                words.say("operator.digest.subject", Map.of("count", String.valueOf(told))),
                date,
                Map.of(),
                Map.of("title", words.say("operator.digest.title"), "lines", lines));
    }

    private Line line(Delivery one) {
        DeliveryKey key = one.key();
        String name =
                switch (key.audience()) {
                    case CLINIC, FALLBACK, URGENT -> "trouble.clinic-mail";
                    case PATIENT -> "trouble.patient-mail";
                    case NOTICE ->
                        key.subject() instanceof Subject.DeadLetter ? "trouble.dead-letter" : "trouble.notice";
                };
        String state = words.say("console.state." + one.state().wireName());
        Map<String, String> values = Map.of("reference", key.subject().label(), "state", state);
        return new Line(words.say(name, values), links.board());
    }
}
