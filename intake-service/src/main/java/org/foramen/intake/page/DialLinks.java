package org.foramen.intake.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foramen.content.profile.ClinicProfile;
import org.springframework.web.util.HtmlUtils;

/** Makes the numbers in a text ones to tap: 911, 988, 711 and the clinic's own, none of which breaks over two lines. */
public final class DialLinks {

    /** A tag, or the text up to the next one. */
    private static final Pattern PIECE = Pattern.compile("<[^>]*>|[^<]+");

    private static final Pattern OPENS = Pattern.compile("<(?:a|button|svg|title)[\\s>].*", Pattern.DOTALL);
    private static final Pattern CLOSES = Pattern.compile("</(?:a|button|svg|title)\\s*>");

    private static final Pattern NUMBER = Pattern.compile("\\d{3}-\\d{3}-\\d{4}");

    private final Pattern numbers;
    private final ClinicProfile clinic;

    DialLinks(ClinicProfile clinic) {
        this.clinic = clinic;
        this.numbers = Pattern.compile("(?<![\\w.+-])(?:911|988|711|"
                + Pattern.quote(HtmlUtils.htmlEscape(clinic.phone())) + ")(?![\\w-]|\\.\\d)");
    }

    /** A plain text as HTML. */
    public String in(String text) {
        return linked(HtmlUtils.htmlEscape(text, "UTF-8"));
    }

    /** A plain text as HTML where a link cannot stand, such as in a label: its numbers keep on one line. */
    public String unbroken(String text) {
        return NUMBER.matcher(HtmlUtils.htmlEscape(text, "UTF-8")).replaceAll("<span class=\"dial\">$0</span>");
    }

    /** HTML with its own links and drawings left as they are. */
    public String inHtml(String html) {
        StringBuilder linked = new StringBuilder(html.length() + 256);
        Matcher piece = PIECE.matcher(html);
        int closed = 0;
        while (piece.find()) {
            String text = piece.group();
            if (OPENS.matcher(text).matches()) {
                closed++;
            } else if (CLOSES.matcher(text).matches()) {
                closed--;
            }
            linked.append(closed > 0 || text.startsWith("<") ? text : linked(text));
        }
        return linked.toString();
    }

    private String linked(String html) {
        return numbers.matcher(html)
                .replaceAll(found -> Matcher.quoteReplacement(
                        "<a class=\"dial\" href=\"tel:%s\">%s</a>".formatted(link(found.group()), found.group())));
    }

    private String link(String number) {
        return number.length() == 3 ? number : clinic.phoneLink();
    }
}
