package org.foramen.content.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.foramen.content.ClinicContent;
import org.foramen.content.file.TextFile;
import org.foramen.content.handout.EducationSummary;
import org.foramen.content.handout.EducationSummary.Medium;
import org.foramen.content.profile.ClinicProfile;
import org.foramen.content.wording.Wording;

/** All that is printed of a handout, as one HTML page: the clinic's head, the text, and a foot for every sheet. */
final class HandoutPage {

    private static final String STYLE = style();
    private static final Pattern QUESTIONS = Pattern.compile("(?s)<section class=\"box questions\">.*?</section>");

    private HandoutPage() {}

    static String of(EducationSummary handout, ClinicContent content) {
        ClinicProfile clinic = content.clinic();
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <title>%s</title>
                <meta name="subject" content="%s"/>
                <meta name="description" content="%s"/>
                <style>%s</style>
                </head>
                <body>
                %s
                %s
                <p class="version">%s</p>
                </body>
                </html>
                """
                .formatted(
                        handout.language(),
                        Markup.escape(handout.title()),
                        Markup.escape(handout.about().summary()),
                        Markup.escape(handout.about().summary()),
                        STYLE.replace("CLINIC", cssString(clinic.name() + " · " + clinic.phone())),
                        head(handout, content),
                        withBoxesToTick(handout.html(Medium.PRINT)),
                        Markup.escape(handout.title() + " · " + handout.about().version()));
    }

    private static String head(EducationSummary handout, ClinicContent content) {
        ClinicProfile clinic = content.clinic();
        return """
                <div class="head">
                %s
                <div class="logo">%s</div>
                <p class="clinic">%s</p>
                <p class="phone">%s</p>
                </div>
                """
                .formatted(
                        code(handout, content),
                        logo(content),
                        Markup.escape(clinic.name()),
                        Markup.escape(clinic.phone()));
    }

    private static String code(EducationSummary handout, ClinicContent content) {
        String page = content.clinic().handoutPage(handout.id(), handout.language());
        if (page.isEmpty()) {
            return "";
        }
        Wording words = content.wordingIn(handout.language());
        return "<div class=\"code\">%s<p>%s</p></div>"
                .formatted(QrCode.svg(page, page), Markup.escape(words.page("handout.onPhone")));
    }

    private static String logo(ClinicContent content) {
        String name = content.clinic().theme().logo();
        if (name.isEmpty()) {
            return "";
        }
        String alt = Markup.escape(content.clinic().name());
        byte[] logo = TextFile.bytes(content.folder().resolve(name));
        if (name.endsWith(".svg")) {
            return new String(logo, StandardCharsets.UTF_8)
                    .replaceFirst("\\A<\\?xml.*?\\?>\\s*", "")
                    .replaceFirst("<svg", Matcher.quoteReplacement("<svg alt=\"" + alt + "\""));
        }
        return "<img alt=\"%s\" src=\"data:image/png;base64,%s\"/>"
                .formatted(alt, Base64.getEncoder().encodeToString(logo));
    }

    /** As elements: what a style sheet makes before a list's points breaks its tags (PDF/UA-1, 7.2). */
    private static String withBoxesToTick(String html) {
        return QUESTIONS
                .matcher(html)
                .replaceAll(box -> Matcher.quoteReplacement(
                        box.group().replace("<li>", "<li><span class=\"tick\">&#160;</span>")));
    }

    /** Whatever a clinic is called: in a style sheet only letters and digits stand for themselves. */
    private static String cssString(String text) {
        return text.codePoints()
                .mapToObj(c -> Character.isLetterOrDigit(c) && c < 128
                        ? Character.toString(c)
                        : "\\" + Integer.toHexString(c) + " ")
                .collect(Collectors.joining());
    }

    private static String style() {
        try (InputStream stream =
                Objects.requireNonNull(HandoutPage.class.getResourceAsStream("/handout.css"), "handout.css")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
