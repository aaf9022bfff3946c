package org.foramen.intake.screening;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.foramen.content.phrases.AssertionSayings;
import org.foramen.content.phrases.Assertions;
import org.foramen.content.phrases.PhraseFile;
import org.foramen.content.phrases.Phrasebook;
import org.foramen.content.phrases.Reading;
import org.foramen.content.phrases.Span;
import org.jspecify.annotations.Nullable;

/** Screens a message for emergencies that are said to be so now. */
public final class RedFlags {

    private static final int LONGEST_QUOTE = 80;

    private final RedFlagFile file;

    private final List<Rule> rules;

    private final Phrasebook phrasebook;

    /** A flag and its signs: one of each list must be there. */
    private record Rule(RedFlag flag, List<List<String>> signs) {

        static Rule of(RedFlag flag) {
            return new Rule(
                    flag,
                    flag.when().stream()
                            .map(either -> List.of(either.split("\\|")))
                            .toList());
        }
    }

    private RedFlags(RedFlagFile file, Phrasebook phrasebook) {
        this.file = file;
        this.rules = file.flags().stream().map(Rule::of).toList();
        this.phrasebook = phrasebook;
    }

    /** Reads {@code assertions.yml} and {@code red-flags.yml} of the content folder. */
    public static RedFlags load(Path content) {
        Path shared = content.resolve("assertions.yml");
        Path flags = content.resolve("red-flags.yml");
        RedFlagFile file = PhraseFile.read(flags, RedFlagFile.class);
        AssertionSayings assertions = PhraseFile.read(shared, AssertionSayings.class);
        return new RedFlags(file, PhraseFile.compile(List.of(flags, shared), () -> file.phrasebook(assertions)));
    }

    /** What this message asserts of its writer, or of the one it is written for. */
    public Screening screen(String message) {
        Reading reading = phrasebook.read(message);
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : rules) {
            List<Span> signs = signs(rule, reading);
            if (!signs.isEmpty()) {
                RedFlag flag = rule.flag();
                findings.add(new Finding(flag.id(), quote(signs, reading), flag.guidance()));
            }
        }
        return new Screening(findings);
    }

    /** One span for each sign; none when one sign is missing. */
    private List<Span> signs(Rule rule, Reading reading) {
        List<Span> signs = new ArrayList<>();
        for (List<String> either : rule.signs()) {
            Span sign = asserted(either, reading);
            if (sign == null) {
                return List.of();
            }
            signs.add(sign);
        }
        return signs;
    }

    private @Nullable Span asserted(List<String> either, Reading reading) {
        for (String sign : either) {
            for (Span span : reading.find(sign)) {
                if (counts(sign, span, reading)) {
                    return span;
                }
            }
        }
        return null;
    }

    private boolean counts(String sign, Span span, Reading reading) {
        return file.despite(sign).containsAll(Assertions.doubts(span, reading));
    }

    private static String quote(List<Span> signs, Reading reading) {
        String words =
                String.join(" … ", signs.stream().map(reading::quote).distinct().toList());
        return words.length() <= LONGEST_QUOTE ? words : words.substring(0, LONGEST_QUOTE) + "…";
    }
}
