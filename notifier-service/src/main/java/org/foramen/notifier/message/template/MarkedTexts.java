package org.foramen.notifier.message.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foramen.content.profile.ClinicProfile;
import org.foramen.content.wording.FaultyText;
import org.jspecify.annotations.Nullable;

/** Makes phrases of the clinic's wording: fills in what stands in braces, and finds numbers to tap. */
public final class MarkedTexts {

    private static final String STRONG = "**";
    private static final Pattern NAMED = Pattern.compile("\\{(\\w+)}");

    private final Pattern parts;
    private final ClinicProfile clinic;

    public MarkedTexts(ClinicProfile clinic) {
        this.clinic = clinic;
        this.parts = Pattern.compile(
                "\\{(\\w+)}|%s|(?<![\\w-])(?:911|988|711)(?![\\w-])".formatted(Pattern.quote(clinic.phone())));
    }

    public MarkedText of(String wording) {
        return of(wording, Map.of());
    }

    /** @param values by name, such as {@code due}; whatever they hold, it is shown and not read as wording */
    public MarkedText of(String wording, Map<String, String> values) {
        List<MarkedText.Piece> pieces = new ArrayList<>();
        boolean strong = false;
        for (String stretch : wording.split(Pattern.quote(STRONG), -1)) {
            addStretch(stretch, strong, wording, values, pieces);
            strong = !strong;
        }
        return new MarkedText(pieces);
    }

    /** The same as plain text. */
    public static String fill(String wording, Map<String, String> values) {
        return NAMED.matcher(wording)
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), values, wording)));
    }

    private void addStretch(
            String stretch, boolean strong, String wording, Map<String, String> values, List<MarkedText.Piece> pieces) {
        Matcher found = parts.matcher(stretch);
        int done = 0;
        while (found.find()) {
            add(stretch.substring(done, found.start()), strong, null, pieces);
            if (found.group(1) == null) {
                add(found.group(), strong, target(found.group()), pieces);
            } else {
                add(value(found.group(1), values, wording), strong, null, pieces);
            }
            done = found.end();
        }
        add(stretch.substring(done), strong, null, pieces);
    }

    private static void add(String text, boolean strong, @Nullable String target, List<MarkedText.Piece> pieces) {
        MarkedText.Piece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
        if (last != null && last.target() == null && target == null && last.strong() == strong) {
            pieces.set(pieces.size() - 1, new MarkedText.Piece(last.text() + text, strong, null));
        } else if (!text.isEmpty()) {
            pieces.add(new MarkedText.Piece(text, strong, target));
        }
    }

    private String target(String number) {
        return "tel:" + (number.equals(clinic.phone()) ? clinic.phoneLink() : number);
    }

    private static String value(String name, Map<String, String> values, String wording) {
        String value = values.get(name);
        if (value == null) {
            throw FaultyText.unusable(wording, "asks for {" + name + "}, which is not known there");
        }
        return value;
    }
}
