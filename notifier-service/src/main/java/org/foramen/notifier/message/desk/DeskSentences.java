package org.foramen.notifier.message.desk;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foramen.content.handout.EducationSummary;
import org.foramen.contract.ConsentChannel;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Level;
import org.foramen.contract.RedFlag;
import org.foramen.contract.Suspicion;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.message.template.MarkedText;
import org.foramen.notifier.message.template.MarkedTexts;
import org.foramen.notifier.order.PatientMailNews;
import org.jspecify.annotations.Nullable;

/** What the front desk must know beside the order: signs of an emergency, doubts, and what became of our mail to the person. */
final class DeskSentences {

    /** As a sign quotes words that stand apart. */
    private static final String BETWEEN_WORDS = " … ";

    private static final String SPAM = "spam";

    private final DeskWords words;
    private final DeskTimes times;
    private final MarkedTexts phrases;

    DeskSentences(DeskWords words, DeskTimes times, MarkedTexts phrases) {
        this.words = words;
        this.times = times;
        this.phrases = phrases;
        List.of(Suspicion.values()).forEach(suspicion -> words.say(SPAM, suspicion));
    }

    /**
     * Each of the person's words that raised it once, and what they were told: by our page, or by an answer to a program that
     * may have shown it; null when nothing did.
     */
    @Nullable MarkedText alarm(InquiryReceived inquiry) {
        String quoted = quoted(inquiry.redFlags());
        String seen = inquiry.consent().channel() == ConsentChannel.PAGE ? "" : ".unseen";
        return switch (inquiry.level()) {
            case USUAL -> null;
            case CALL_TODAY -> phrases.of(words.say("callToday" + seen), Map.of("words", quoted));
            case EMERGENCY -> phrases.of(words.say("emergency" + seen), Map.of("words", quoted));
            case CRISIS -> phrases.of(words.say("crisis" + seen), Map.of("words", quoted));
        };
    }

    /** Of words that several signs have in common the longest quote alone. */
    private static String quoted(List<RedFlag> signs) {
        Map<String, String> quotes = new LinkedHashMap<>();
        signs.stream()
                .flatMap(sign -> Stream.of(sign.words().split(BETWEEN_WORDS)))
                .forEach(words -> quotes.putIfAbsent(words.toLowerCase(Locale.ROOT), words));
        return quotes.keySet().stream()
                .filter(words ->
                        quotes.keySet().stream().noneMatch(other -> !other.equals(words) && other.contains(words)))
                .map(quotes::get)
                .collect(Collectors.joining("”, “", "“", "”"));
    }

    /** How to speak to somebody in a crisis, and who goes on. */
    List<MarkedText> guide(InquiryReceived inquiry) {
        if (inquiry.level() != Level.CRISIS) {
            return List.of();
        }
        return inquiry.person().phone() == null
                ? List.of(phrases.of(words.say("crisis.handOver.written")))
                : List.of(phrases.of(words.say("crisis.speak")), phrases.of(words.say("crisis.handOver")));
    }

    /** Why somebody should look twice, a sentence each. */
    List<String> doubts(List<String> suspicions) {
        return suspicions.stream()
                .map(code -> Suspicion.of(code)
                        .map(known -> words.say(SPAM, known))
                        .orElseGet(() -> words.say(SPAM + ".other")))
                .distinct()
                .toList();
    }

    /** How our mail to the person is let go. @param unanswered true when nobody is asked to answer before that */
    MarkedText release(InquiryReceived inquiry, boolean unanswered) {
        String asked = unanswered ? "" : ".asked";
        String free = inquiry.consent().toEmail()
                ? SPAM + ".free" + asked
                : unanswered ? SPAM + ".noEmail" : "mail.not-wanted";
        return phrases.of(words.say(free), Map.of());
    }

    /** @param handout the one that goes with our mail; null when none does */
    MarkedText news(PatientMailNews news, @Nullable EducationSummary handout) {
        return switch (news.fate()) {
            case OWED -> brought(handout, "owed", Map.of());
            case MAILED -> brought(handout, "mailed", Map.of("time", news.at() == null ? "" : times.time(news.at())));
            case NOT_WANTED -> phrases.of(words.say("mail.not-wanted"));
            case HELD_BACK -> because("mail.held-back", news.reason());
            case UNREACHABLE -> because("mail.unreachable", news.reason());
            case UNCERTAIN -> because("mail.uncertain", news.reason());
            case WITHHELD -> because("mail.withheld", news.reason());
        };
    }

    private MarkedText brought(@Nullable EducationSummary handout, String what, Map<String, String> values) {
        if (handout == null) {
            return phrases.of(words.say("letter." + what), values);
        }
        Map<String, String> all = new HashMap<>(values);
        all.put("handout", handout.title());
        return phrases.of(words.say("handout." + what), all);
    }

    private MarkedText because(String name, @Nullable Reason reason) {
        return phrases.of(words.say(name), Map.of("reason", words.reason(reason)));
    }
}
