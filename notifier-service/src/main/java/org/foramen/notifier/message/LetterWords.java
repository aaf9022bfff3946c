package org.foramen.notifier.message;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foramen.content.ClinicContent;
import org.foramen.content.handout.EducationSummary;
import org.foramen.content.wording.Wording;
import org.foramen.contract.Level;
import org.foramen.notifier.message.template.MarkedText;
import org.foramen.notifier.message.template.MarkedTexts;
import org.jspecify.annotations.Nullable;

/** Picks what a letter to a person says; each sentence once. */
final class LetterWords {

    private static final int QUESTIONS = 3;

    /** How the clinic answers by when; nothing once that time is over. */
    enum Promise {
        CALL("call"),
        EMAIL("email"),
        NONE("late");

        private final String text;

        Promise(String text) {
            this.text = text;
        }
    }

    private final ClinicContent content;
    private final MarkedTexts phrases;

    LetterWords(ClinicContent content) {
        this.content = content;
        this.phrases = new MarkedTexts(content.clinic());
    }

    /** In an emergency nothing cheerful, and no handout that seems to come first. */
    String subject(Wording words, Level level, @Nullable EducationSummary handout) {
        return words.mail(level != Level.USUAL ? "subject.urgent" : handout == null ? "subject" : "subject.handout");
    }

    String preheader(Wording words, Level level, Promise promise, Map<String, String> values) {
        String name = level == Level.USUAL ? promise.text : "urgent";
        return MarkedTexts.fill(words.mail("preheader." + name), values);
    }

    Map<String, Object> of(
            Wording words,
            String language,
            Level level,
            Promise promise,
            @Nullable EducationSummary handout,
            Map<String, String> values) {
        Map<String, Object> shown = new HashMap<>();
        if (level == Level.USUAL) {
            shown.put("title", words.mail("title"));
            shown.put("hello", words.mail("hello"));
            shown.put("danger", phrases.of(words.mail("danger")));
        } else {
            shown.put("title", words.page("help." + level.wireName()));
            shown.put("alarm", phrases.of(first(words, level)));
            shown.put("helps", helps(words, level));
        }
        shown.put("answer", answer(words, level, promise, values));
        if (handout != null) {
            addHandout(words, language, handout, level, shown);
        }
        shown.put("small", phrases.of(words.mail(level == Level.USUAL ? "small" : "small.urgent")));
        List<String> signature = new ArrayList<>(List.of(content.clinic().name()));
        signature.addAll(content.clinic().address());
        shown.put("signature", String.join(", ", signature));
        return shown;
    }

    private static String first(Wording words, Level level) {
        return switch (level) {
            case CRISIS -> words.crisis();
            case CALL_TODAY -> words.mail("callToday");
            case EMERGENCY, USUAL -> words.urgent();
        };
    }

    /** Whom to call, as the receipt has them on its buttons; without text messages, which few mail programs begin. */
    private Map<String, String> helps(Wording words, Level level) {
        Map<String, String> helps = new LinkedHashMap<>();
        if (level == Level.CRISIS) {
            helps.put(words.page("dial.988"), "tel:988");
        } else if (level == Level.CALL_TODAY) {
            helps.put(words.page("dial.clinic"), "tel:" + content.clinic().phoneLink());
        }
        helps.put(words.page("dial.911"), "tel:911");
        return helps;
    }

    private MarkedText answer(Wording words, Level level, Promise promise, Map<String, String> values) {
        if (level != Level.USUAL) {
            return phrases.of(words.mail("urgent.reference"), values);
        }
        MarkedText answer = phrases.of(words.mail("answer." + promise.text), values);
        return switch (promise) {
            case CALL -> answer.and(phrases.of(words.mail("ifNot"), values));
            case EMAIL -> answer.and(phrases.of(words.mail("ifNot"), values)).and(phrases.of(words.mail("reply")));
            case NONE -> answer;
        };
    }

    /** In an emergency the letter stays short: the handout is there, and nothing invites to read it first. */
    private void addHandout(
            Wording words, String language, EducationSummary handout, Level level, Map<String, Object> shown) {
        if (level != Level.USUAL) {
            shown.put("attached", words.mail("attached.urgent"));
            return;
        }
        String site = content.clinic().handoutPage(handout.id(), language);
        String page = site.isEmpty() ? null : site;
        shown.put("pointsTitle", MarkedTexts.fill(words.mail("points"), Map.of("handout", handout.title())));
        shown.put("points", handout.mainPoints());
        shown.put("questionsTitle", words.mail("questions"));
        shown.put("questions", handout.questions().stream().limit(QUESTIONS).toList());
        shown.put("readTarget", page);
        shown.put("read", words.mail("read"));
        shown.put("attached", words.mail(page == null ? "attachedOnly" : "attached"));
    }
}
