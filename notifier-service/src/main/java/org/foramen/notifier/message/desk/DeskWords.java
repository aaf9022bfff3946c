package org.foramen.notifier.message.desk;

import java.util.Locale;
import java.util.Map;
import org.foramen.content.ClinicContent;
import org.foramen.content.handout.EducationSummary;
import org.foramen.content.wording.Wording;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Level;
import org.foramen.contract.details.BestTime;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.message.template.MarkedTexts;
import org.foramen.notifier.order.NothingToDo;
import org.foramen.notifier.order.Order;
import org.jspecify.annotations.Nullable;

/** Says an order in the clinic's words, such as {@code Call, in Spanish, mornings}. */
public final class DeskWords {

    private final ClinicContent content;
    private final Wording words;
    private final Locale clinicLocale;

    public DeskWords(ClinicContent content) {
        this.content = content;
        this.words = content.wordingIn(content.clinic().defaultLanguage());
        this.clinicLocale = Locale.forLanguageTag(content.clinic().defaultLanguage());
    }

    /** A text of mails to the clinic, or of its console. */
    public String say(String name) {
        return words.clinic(name);
    }

    public String say(String name, Map<String, String> values) {
        return MarkedTexts.fill(words.clinic(name), values);
    }

    /** The text of one of several, such as {@code board.state.no-answer}. */
    public String say(String name, Enum<?> one) {
        return say(name + "." + code(one));
    }

    public String say(String name, Enum<?> one, Map<String, String> values) {
        return say(name + "." + code(one), values);
    }

    /** A text that there are two of: for one, and for {@code {count}}. */
    public String counted(String name, long count) {
        return say(name + (count == 1 ? ".one" : ".many"), Map.of("count", String.valueOf(count)));
    }

    /** Without a person, for subjects and lists. */
    public String order(Order order, Level level, String language, @Nullable BestTime bestTime) {
        return say("order." + code(order, level)) + manner(order, language, bestTime);
    }

    /** Why there is nothing to do, for lists and subjects. */
    public String nothing(NothingToDo why) {
        return say("topic", why);
    }

    /** With the person's name, as a mail's title. @param why there is nothing to do; null where there is something */
    public String title(Order order, InquiryReceived inquiry, @Nullable NothingToDo why) {
        String name = inquiry.person().nameToRead();
        if (why != null) {
            return say("title", why, Map.of("name", name));
        }
        return say("title." + code(order, inquiry.level()), Map.of("name", name))
                + manner(order, inquiry.person().preferredLanguage(), bestTime(inquiry));
    }

    /** What it is about, without a person. */
    public String topic(InquiryReceived inquiry, @Nullable EducationSummary handout) {
        String chosen = inquiry.procedure();
        return topic(inquiry.level(), chosen == null && handout != null ? handout.id() : chosen);
    }

    /** @param procedure by its library id; null when it is about none */
    public String topic(Level level, @Nullable String procedure) {
        return switch (level) {
            case EMERGENCY -> say("topic.emergency");
            case CRISIS -> say("topic.crisis");
            case USUAL, CALL_TODAY -> procedure(procedure);
        };
    }

    /** The name of a person's language, in the clinic's. */
    public String language(String tag) {
        String name = Locale.forLanguageTag(tag).getDisplayLanguage(clinicLocale);
        return name.isEmpty() ? say("otherLanguage") : name;
    }

    public static @Nullable BestTime bestTime(InquiryReceived inquiry) {
        return inquiry.details() == null ? null : inquiry.details().bestTime();
    }

    /** Why a mail did not go; null where nobody noted it. */
    public String reason(@Nullable Reason why) {
        return say("reason." + (why == null ? "none" : why.code()));
    }

    private String manner(Order order, String language, @Nullable BestTime bestTime) {
        if (order == Order.NOTHING) {
            return "";
        }
        boolean ours = Locale.forLanguageTag(language).getLanguage().equals(clinicLocale.getLanguage());
        String in = ours ? "" : ", " + say("inLanguage", Map.of("language", language(language)));
        return order == Order.CALL && bestTime != null && bestTime != BestTime.ANY
                ? in + ", " + say("time." + bestTime.wireName())
                : in;
    }

    /** What people call a procedure, by its library id; null when it is about none. */
    public String procedure(@Nullable String id) {
        if (id == null) {
            return say("topic.general");
        }
        return content.library()
                .find(id, content.clinic().defaultLanguage())
                .map(summary -> summary.title().toLowerCase(clinicLocale))
                .orElseGet(() -> say("topic.general"));
    }

    /** Who may want to die is told of 988. */
    private static String code(Order order, Level level) {
        return order == Order.WRITE_911 && level == Level.CRISIS ? "write-988" : code(order);
    }

    private static String code(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
