package org.foramen.notifier.message.desk;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.foramen.base.AnswerDue;
import org.foramen.content.ClinicContent;
import org.foramen.content.wording.FaultyText;
import org.foramen.content.wording.Wording;
import org.foramen.contract.InquiryReceived;

/** Moments by the clinic's clock, as its front desk reads them; the patterns stand in the wording. */
public final class DeskTimes {

    private static final Duration NEAR = Duration.ofDays(6);

    private final ClinicContent content;
    private final Wording words;
    private final Locale locale;

    public DeskTimes(ClinicContent content) {
        this.content = content;
        this.words = content.wordingIn(content.clinic().defaultLanguage());
        this.locale = Locale.forLanguageTag(content.clinic().defaultLanguage());
    }

    /** By when a person hears from the clinic. */
    public Instant due(InquiryReceived inquiry) {
        return AnswerDue.of(content.clinic().officeHours(), inquiry.level(), inquiry.receivedAt());
    }

    /** For subjects, such as {@code Mon 5 PM}. */
    public String brief(Instant moment, Instant received) {
        boolean near = Duration.between(received, moment).compareTo(NEAR) < 0;
        String day = near ? "" : say("when.far", moment) + ", ";
        return day + say(isFullHour(moment) ? "when.short" : "when.shortMinutes", moment);
    }

    /** Such as {@code Monday, Nov 30, 5 PM}. */
    public String whole(Instant moment) {
        return say(isFullHour(moment) ? "when.long" : "when.longMinutes", moment);
    }

    /** Such as {@code Sat Nov 28, 4:46 AM}. */
    public String received(Instant moment) {
        return say("when.received", moment);
    }

    /** Such as {@code 4:46 PM}. */
    public String time(Instant moment) {
        return say("when.time", moment);
    }

    private String say(String pattern, Instant moment) {
        String text = words.clinic(pattern);
        try {
            return DateTimeFormatter.ofPattern(text, locale).format(there(moment));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw FaultyText.unusable(text, "is no pattern of a day or a time: " + e.getMessage());
        }
    }

    private boolean isFullHour(Instant moment) {
        return there(moment).getMinute() == 0;
    }

    private ZonedDateTime there(Instant moment) {
        return moment.atZone(content.clinic().timeZone());
    }
}
