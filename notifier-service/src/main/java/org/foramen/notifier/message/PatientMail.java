package org.foramen.notifier.message;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.foramen.content.ClinicContent;
import org.foramen.content.handout.EducationSummary;
import org.foramen.content.print.HandoutPdfs;
import org.foramen.content.profile.ClinicProfile;
import org.foramen.content.wording.Wording;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Level;
import org.foramen.notifier.delivery.SentHandout;
import org.foramen.notifier.message.LetterWords.Promise;
import org.foramen.notifier.message.desk.DeskTimes;
import org.foramen.notifier.message.template.MailTemplates;
import org.foramen.notifier.message.template.MailTemplates.Written;
import org.foramen.notifier.order.OrderFacts;
import org.foramen.notifier.order.OrderTable;
import org.foramen.notifier.order.PatientMailFate;
import org.jspecify.annotations.Nullable;

/**
 * The letter to the person who asked: who answers and by when, and the handout in short. Nothing that was typed on the form
 * is in it, not even the name, or the form could be used to mail words to strangers.
 */
public final class PatientMail {

    /** Keeps auto-responders from answering (RFC 3834, and what Exchange reads), and lets bounces come back. */
    private static final Map<String, String> HEADERS =
            Map.of("Auto-Submitted", "auto-replied", "X-Auto-Response-Suppress", "OOF, AutoReply");

    /** Stand where an inquiry's own reference and time go; characters that no text has. */
    private static final String REFERENCE = "\uE000";

    private static final String DUE = "\uE001";

    private final ClinicContent content;
    private final HandoutPdfs pdfs;
    private final MailTemplates templates;
    private final DeskTimes times;
    private final LetterWords letterWords;
    private final Map<Occasion, Written> letters = new ConcurrentHashMap<>();

    public PatientMail(Stationery stationery, HandoutPdfs pdfs) {
        this.content = stationery.content();
        this.pdfs = pdfs;
        this.templates = stationery.templates();
        this.times = new DeskTimes(content);
        this.letterWords = new LetterWords(content);
    }

    /** Writes each letter that there can be, so that a text that is missing, or a template that fails, is found by no patient. */
    public void tryLetters() {
        for (String language : content.clinic().languages()) {
            for (Level level : Level.values()) {
                for (Promise promise : Promise.values()) {
                    laidOut(new Occasion(language, level, promise, null));
                }
                laidOut(new Occasion(
                        language, level, Promise.EMAIL, content.library().general(language)));
            }
        }
    }

    /** Writes it as the inquiry comes. */
    public Mail write(InquiryReceived inquiry, @Nullable EducationSummary handout) {
        return write(inquiry, handout, inquiry.receivedAt(), false);
    }

    /**
     * Writes it.
     *
     * @param handout the one that goes with it; null when none does
     * @param now when it goes: a mail that was held back or put off promises no time that is over
     * @param done true when somebody has answered the person already: then it promises no answer
     */
    public Mail write(InquiryReceived inquiry, @Nullable EducationSummary handout, Instant now, boolean done) {
        Mail letter = letter(inquiry, handout, now, done);
        return handout == null
                ? letter
                : letter.enclosing(
                        SentHandout.of(handout),
                        new Attachment(handout.pdfName(), "application/pdf", pdfs.of(handout)));
    }

    /** The same without the PDF, which takes seconds to print. */
    public Mail letter(InquiryReceived inquiry, @Nullable EducationSummary handout) {
        return letter(inquiry, handout, inquiry.receivedAt(), false);
    }

    private Mail letter(InquiryReceived inquiry, @Nullable EducationSummary handout, Instant now, boolean done) {
        ClinicProfile clinic = content.clinic();
        String language = clinic.nearestLanguage(inquiry.person().preferredLanguage());
        Wording words = content.wordingIn(language);
        Instant dueAt = times.due(inquiry);
        boolean promised = dueAt.isAfter(now) && !done;
        Occasion occasion =
                new Occasion(language, inquiry.level(), promised ? promise(inquiry) : Promise.NONE, handout);
        Written letter = letters.computeIfAbsent(occasion, this::laidOut);
        String due = content.hoursIn(language).onDay(dueAt, inquiry.receivedAt());
        String reference = inquiry.id().reference();
        return new Mail(
                clinic.from(),
                clinic.senderName(),
                requireNonNull(inquiry.person().email(), "a mail to a person without an address"),
                clinic.inbox(),
                letterWords.subject(words, inquiry.level(), handout),
                inquiry.receivedAt(),
                HEADERS,
                new Written(filled(letter.text(), reference, due), filled(letter.html(), reference, due)));
    }

    private static Promise promise(InquiryReceived inquiry) {
        return OrderTable.orderFor(OrderFacts.of(inquiry, false, PatientMailFate.OWED, false))
                        .calls()
                ? Promise.CALL
                : Promise.EMAIL;
    }

    private Written laidOut(Occasion occasion) {
        Wording words = content.wordingIn(occasion.language());
        Map<String, String> values = Map.of("reference", REFERENCE, "due", DUE);
        return templates.write(
                "patient",
                occasion.language(),
                letterWords.subject(words, occasion.level(), occasion.handout()),
                letterWords.preheader(words, occasion.level(), occasion.promise(), values),
                letterWords.of(
                        words, occasion.language(), occasion.level(), occasion.promise(), occasion.handout(), values));
    }

    private static String filled(String letter, String reference, String due) {
        String ending = due.endsWith(".") ? due : due + "."; // "5 p.m." ends its sentence
        return letter.replace(REFERENCE, reference).replace(DUE + ".", ending).replace(DUE, due);
    }

    /**
     * All that a letter depends on but the inquiry's reference and time. Nothing of a person is in it, and there are few.
     */
    private record Occasion(String language, Level level, Promise promise, @Nullable EducationSummary handout) {}
}
