package org.foramen.content.handout;

import java.util.List;
import java.util.regex.Pattern;
import org.foramen.content.file.InvalidEntry;

/**
 * What stands above a handout's text.
 *
 * @param id the procedure's name in addresses, file names and events, such as {@code spinal-fusion}
 * @param title what people call it
 * @param language a BCP 47 tag
 * @param version usually the day of the last change; no more than 64 characters
 * @param source where its facts come from
 * @param names how this language names the procedure, the usual name first
 * @param aliases other names that a patient or a report may use
 * @param summary one sentence
 */
public record FrontMatter(
        String id,
        String title,
        String language,
        String version,
        List<Source> source,
        List<String> names,
        List<String> aliases,
        String summary) {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** What the ledger keeps of it. */
    private static final int LONGEST_VERSION = 64;

    public FrontMatter {
        if (!ID.matcher(id).matches()) {
            throw new InvalidEntry("id", "must be small letters, digits and hyphens, such as spinal-fusion");
        }
        source = List.copyOf(source);
        names = List.copyOf(names);
        aliases = List.copyOf(aliases);
        if (source.isEmpty()) {
            throw new InvalidEntry("source", "must say where the facts come from");
        }
        requireText("title", title);
        requireText("version", version);
        requireText("summary", summary);
        if (version.length() > LONGEST_VERSION) {
            throw new InvalidEntry("version", "must have no more than " + LONGEST_VERSION + " characters");
        }
    }

    private static void requireText(String entry, String value) {
        if (value.isBlank()) {
            throw new InvalidEntry(entry, "must not be empty");
        }
    }
}
