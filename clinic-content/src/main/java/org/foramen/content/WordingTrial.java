package org.foramen.content;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foramen.content.file.InvalidContent;
import org.foramen.content.file.Problems;
import org.foramen.content.file.TextFile;
import org.foramen.content.wording.FaultyText;
import org.foramen.content.wording.Wording;
import org.foramen.content.wording.Wording.Section;

/** Tries a use of the wording, and again with an empty text for each that is found faulty, until all are found. */
public final class WordingTrial {

    private final Problems problems;
    private ClinicContent content;
    private boolean mended;

    private WordingTrial(ClinicContent content, Problems problems) {
        this.content = content;
        this.problems = problems;
    }

    /**
     * Tries it.
     *
     * @param use reads the texts that it needs; it is done several times where some are faulty
     * @param problems take a note of each text that is missing or cannot be used, with its file and line
     */
    public static void run(ClinicContent content, Consumer<ClinicContent> use, Problems problems) {
        WordingTrial trial = new WordingTrial(content, problems);
        while (!trial.passes(use)) {
            if (!trial.mended) {
                return;
            }
        }
    }

    private boolean passes(Consumer<ClinicContent> use) {
        mended = false;
        try {
            use.accept(content);
            return true;
        } catch (FaultyText fault) {
            mend(fault);
        } catch (InvalidContent e) {
            problems.add(e);
        }
        return false;
    }

    private void mend(FaultyText fault) {
        Map<String, Wording> wording = new LinkedHashMap<>(content.wording());
        content.wording()
                .forEach((language, words) -> fault.places(words, (section, name) -> {
                    if (!words.texts(section).getOrDefault(name, "-").isEmpty()) {
                        note(language, section, name, fault);
                        wording.merge(language, words, (now, first) -> now.with(section, name, ""));
                        mended = true;
                    }
                }));
        if (!mended) {
            problems.add(new InvalidContent(content.folder().resolve("wording"), String.valueOf(fault.getMessage())));
        }
        content = content.with(wording);
    }

    private void note(String language, Section section, String name, FaultyText fault) {
        Path file = content.folder().resolve("wording").resolve(language + ".yml");
        problems.add(new InvalidContent(
                file,
                lineOf(section, name, TextFile.text(file)),
                "the text '%s.%s' %s".formatted(section.entry(), name, fault.problem())));
    }

    /** Where the text stands, else where its section begins. */
    private static int lineOf(Section section, String name, String text) {
        Matcher head = Pattern.compile("(?m)^" + section.entry() + ":").matcher(text);
        if (!head.find()) {
            return 1;
        }
        Matcher entry = Pattern.compile("(?m)^(?: +[\"']?(" + Pattern.quote(name) + ")[\"']?:|[^\\s#])")
                .matcher(text);
        boolean found = entry.find(head.end()) && entry.group(1) != null;
        int place = found ? entry.start(1) : head.start();
        return (int) text.substring(0, place).chars().filter(c -> c == '\n').count() + 1;
    }
}
