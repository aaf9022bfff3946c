package org.foramen.notifier.message.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foramen.content.ClinicContent;
import org.foramen.content.handout.EducationSummary;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Person;
import org.foramen.notifier.message.template.MarkedText;
import org.foramen.notifier.message.template.MarkedTexts;
import org.foramen.notifier.order.NothingToDo;
import org.foramen.notifier.order.Order;
import org.foramen.notifier.order.PatientMailNews;
import org.jspecify.annotations.Nullable;

/** What every mail to the front desk shows of an inquiry: one order, the way to follow it, by when, and what is known. */
public final class DeskNote {

    private final ClinicContent content;
    private final MailLinks links;
    private final DeskWords words;
    private final DeskTimes times;
    private final DeskSentences sentences;
    private final FactSentences facts;

    public DeskNote(ClinicContent content, MailLinks links) {
        this.content = content;
        this.links = links;
        this.words = new DeskWords(content);
        this.times = new DeskTimes(content);
        this.sentences = new DeskSentences(words, times, new MarkedTexts(content.clinic()));
        this.facts = new FactSentences(words);
    }

    /** Such as {@code Call, in Spanish, mornings}. */
    public String order(InquiryReceived inquiry, Order order) {
        return words.order(order, inquiry.level(), inquiry.person().preferredLanguage(), DeskWords.bestTime(inquiry));
    }

    /** Such as {@code Call, in Spanish, mornings: foraminotomy, by Mon 5 PM (K7F3-92QX)}; no name, for subjects are read over shoulders. */
    public String subject(
            InquiryReceived inquiry, Order order, @Nullable NothingToDo why, @Nullable EducationSummary handout) {
        boolean dated = order == Order.CALL || order == Order.WRITE;
        return words.say(
                dated ? "subject" : "subject.now",
                Map.of(
                        "order", order(inquiry, order),
                        "topic", why == null ? words.topic(inquiry, handout) : words.nothing(why),
                        "due", times.brief(times.due(inquiry), inquiry.receivedAt()),
                        "reference", inquiry.id().reference()));
    }

    /** The subject of a mail that follows the first about an inquiry. */
    public String subjectAgain(InquiryReceived inquiry, Order order, @Nullable NothingToDo why) {
        return why == null
                ? words.say(
                        "subject.again",
                        Map.of(
                                "order",
                                order(inquiry, order),
                                "reference",
                                inquiry.id().reference()))
                : subject(inquiry, order, why, null);
    }

    /** The line that a list of mails shows beside the subject: the order, and no person. */
    public String preheader(InquiryReceived inquiry, Order order) {
        return words.say("preheader", Map.of("order", order(inquiry, order)));
    }

    /** The same for a mail that follows the first, and does not repeat the question. */
    public String preheaderAgain(InquiryReceived inquiry, Order order) {
        return words.say("preheader.again", Map.of("order", order(inquiry, order)));
    }

    /** What a list of mails shows as the sender. */
    public String sender() {
        return words.say("sender");
    }

    /** What the template {@code clinic} shows above all else. */
    public Map<String, Object> head(InquiryReceived inquiry, Order order, @Nullable NothingToDo why) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("title", words.title(order, inquiry, why));
        shown.put("alarm", sentences.alarm(inquiry));
        shown.put("guide", why == null ? sentences.guide(inquiry) : List.of());
        if (order == Order.CALL || order == Order.WRITE) {
            shown.put("due", words.say("due", Map.of("due", times.whole(times.due(inquiry)))));
        }
        putWay(inquiry, order, shown);
        shown.put("board", links.person(inquiry.id()));
        shown.put("boardLabel", words.say("board"));
        shown.put("foot", foot(inquiry));
        return shown;
    }

    /** What the person asked and told. */
    public void addQuestion(InquiryReceived inquiry, Map<String, Object> shown) {
        shown.put("questionLabel", words.say("question"));
        shown.put("question", inquiry.message().isEmpty() ? words.say("question.none") : inquiry.message());
        shown.put("facts", facts(inquiry));
    }

    /** What the person told beside the question, in a line; empty when that is nothing. */
    public String facts(InquiryReceived inquiry) {
        return facts.of(inquiry);
    }

    /** What must be known before anything else: signs of an emergency, and how to speak to somebody in a crisis. */
    public List<MarkedText> alarms(InquiryReceived inquiry) {
        return Stream.concat(Stream.ofNullable(sentences.alarm(inquiry)), sentences.guide(inquiry).stream())
                .toList();
    }

    /** What a mail to the person begins with. @param email where to */
    public ReadyReply reply(InquiryReceived inquiry, String email, Order order) {
        return ReadyReply.to(
                inquiry, email, order, content.wordingIn(inquiry.person().preferredLanguage()));
    }

    /** Why somebody should look twice, a sentence each. @param suspicions by their codes */
    public List<String> doubts(List<String> suspicions) {
        return sentences.doubts(suspicions);
    }

    /** The same, and how our mail to the person is let go. @param unanswered true when nobody is asked to answer before that */
    public List<MarkedText> doubts(InquiryReceived inquiry, List<String> suspicions, boolean unanswered) {
        return Stream.concat(
                        doubts(suspicions).stream().map(MarkedText::typed),
                        Stream.of(sentences.release(inquiry, unanswered)))
                .toList();
    }

    /** What became of our mail to the person. */
    public MarkedText news(PatientMailNews news, @Nullable EducationSummary handout) {
        return sentences.news(news, handout);
    }

    /** Where the question is, for a mail that does not repeat it; and that there is no other way where there is none. */
    public List<MarkedText> where(InquiryReceived inquiry, Order order, @Nullable NothingToDo why) {
        String noOtherWay = why == NothingToDo.UNREACHABLE
                ? "unreachable.noPhone"
                : order == Order.WRITE_911 ? "unreachable.tryAll" : "";
        return Stream.of(noOtherWay, "notice.where")
                .filter(text -> !text.isEmpty())
                .map(text -> MarkedText.typed(words.say(text)))
                .toList();
    }

    private void putWay(InquiryReceived inquiry, Order order, Map<String, Object> shown) {
        Person person = inquiry.person();
        if (order.calls() && person.phone() != null) {
            shown.put("way", "☎\u00a0" + person.phoneToRead());
            shown.put("wayTarget", person.phoneLink());
        } else if (order.writes() && person.email() != null) {
            ReadyReply ready = reply(inquiry, person.email(), order);
            shown.put("way", "✉\u00a0" + person.email());
            shown.put("wayTarget", ready.link());
            if (order == Order.WRITE_911) {
                String language = content.clinic().nearestLanguage(person.preferredLanguage());
                shown.put("readyLabel", words.say("ready", Map.of("language", words.language(language))));
                shown.put("ready", ready.body());
            }
        }
    }

    private String foot(InquiryReceived inquiry) {
        Person person = inquiry.person();
        String received = words.say("received", Map.of("time", times.received(inquiry.receivedAt())));
        return Stream.of(
                        person.nameToRead(),
                        person.phoneToRead(),
                        person.email(),
                        received,
                        inquiry.id().reference())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }
}
