package org.foramen.notifier.message;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.foramen.content.ClinicContent;
import org.foramen.content.handout.EducationSummary;
import org.foramen.content.handout.EducationSummary.Medium;
import org.foramen.content.profile.ClinicProfile;
import org.foramen.content.wording.Wording;
import org.foramen.contract.InquiryReceived;
import org.foramen.notifier.delivery.SentHandout;
import org.foramen.notifier.handout.HandoutPdfs;
import org.foramen.notifier.message.layout.Html;
import org.foramen.notifier.message.layout.MailLayout;
import org.jspecify.annotations.Nullable;

/**
 * The mail to the person who asked: thanks, what happens next, and the handout. Nothing that was typed on the form is in
 * it, not even the name, or the form could be used to mail words to strangers.
 */
public final class PatientMail {

    /** Keeps auto-responders from answering (RFC 3834, and what Exchange reads), and lets bounces come back. */
    private static final Map<String, String> HEADERS =
            Map.of("Auto-Submitted", "auto-replied", "X-Auto-Response-Suppress", "OOF, AutoReply");

    /** Stands where an inquiry's reference goes; a character that no text has. */
    private static final String REFERENCE = "\0";

    private final ClinicContent content;
    private final HandoutPdfs pdfs;
    private final MailLayout frame;
    private final Map<Occasion, Letter> letters = new ConcurrentHashMap<>();

    public PatientMail(ClinicContent content, HandoutPdfs pdfs) {
        this.content = content;
        this.pdfs = pdfs;
        this.frame = new MailLayout(content.clinic());
    }

    /** @param handout the one that goes with it; null when none does */
    public Mail write(InquiryReceived inquiry, @Nullable EducationSummary handout) {
        ClinicProfile clinic = content.clinic();
        String language = clinic.nearestLanguage(inquiry.person().preferredLanguage());
        Wording words = content.wordingIn(language);
        Letter letter = letters.computeIfAbsent(
                new Occasion(language, inquiry.urgent(), first(inquiry, words), handout), this::letter);
        String reference = inquiry.id().reference();
        Mail mail = new Mail(
                clinic.from(),
                requireNonNull(inquiry.person().email(), "who gave no address is mailed nothing"),
                clinic.inbox(),
                words.mail("subject"),
                inquiry.receivedAt(),
                HEADERS,
                letter.text().replace(REFERENCE, reference),
                letter.html().replace(REFERENCE, reference),
                handout == null
                        ? List.of()
                        : List.of(new Attachment(handout.pdfName(), "application/pdf", pdfs.of(handout))));
        return handout == null ? mail : mail.enclosing(SentHandout.of(handout));
    }

    private Letter letter(Occasion occasion) {
        Wording words = content.wordingIn(occasion.language());
        String html = frame.around(occasion.language(), words.mail("subject"), html(occasion, words));
        return new Letter(text(occasion, words), html);
    }

    private String text(Occasion occasion, Wording words) {
        StringBuilder text = new StringBuilder();
        block(text, occasion.first());
        block(text, words.mail("hello"));
        block(text, words.mail("thanks"));
        block(text, words.mail("reference") + " " + REFERENCE);
        block(text, words.mail("next"));
        block(text, words.mail("next.call"));
        block(text, words.mail("next.phone"));
        if (occasion.handout() != null) {
            block(text, words.mail("handout"));
            block(text, occasion.handout().text(Medium.MAIL));
        }
        block(text, words.noRelationship());
        block(text, words.crisis());
        block(text, words.languageHelp());
        block(text, words.mailEmergency());
        block(text, signature(words));
        return text.toString();
    }

    private String html(Occasion occasion, Wording words) {
        StringBuilder html = new StringBuilder();
        html.append(occasion.urgent() ? frame.alarm(occasion.first()) : frame.small(occasion.first()));
        html.append(frame.paragraph(words.mail("hello")));
        html.append(frame.title(words.mail("thanks")));
        html.append(frame.box(Html.escape(words.mail("reference")) + " <strong>" + REFERENCE + "</strong>"));
        html.append(frame.heading(words.mail("next")));
        html.append(frame.paragraph(words.mail("next.call")));
        html.append(frame.paragraph(words.mail("next.phone")));
        if (occasion.handout() != null) {
            html.append(frame.paragraph(words.mail("handout")));
            html.append(frame.rule());
            html.append(occasion.handout().html(Medium.MAIL));
            html.append(frame.rule());
        }
        html.append(frame.small(words.noRelationship()));
        html.append(frame.small(words.crisis()));
        html.append(frame.small(words.languageHelp()));
        html.append(frame.small(words.mailEmergency()));
        html.append(frame.small(signature(words)));
        return html.toString();
    }

    private String signature(Wording words) {
        return words.mail("signature") + "\n"
                + String.join("\n", content.clinic().address()) + "\n"
                + content.clinic().phone();
    }

    private static String first(InquiryReceived inquiry, Wording words) {
        if (inquiry.crisis()) {
            return words.crisis();
        }
        return inquiry.urgent() ? words.urgent() : words.mailEmergency();
    }

    private static void block(StringBuilder text, String block) {
        text.append(block).append("\n\n");
    }

    /**
     * All that a letter depends on but the inquiry's reference. Nothing of a person is in it, and there are few.
     *
     * @param first the words to be read first
     */
    private record Occasion(String language, boolean urgent, String first, @Nullable EducationSummary handout) {}

    /** A letter as text and as HTML, written once for all that get it. */
    private record Letter(String text, String html) {}
}
