package org.foramen.intake.screening;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.foramen.content.phrases.AssertionSayings;
import org.foramen.content.phrases.Assertions;
import org.foramen.content.phrases.PhraseFile;
import org.foramen.content.phrases.Phrasebook;
import org.foramen.content.phrases.Reading;
import org.foramen.content.phrases.Span;

/** Screens a message for emergencies that are said to be so now. */
public final class RedFlags {

    private static final int LONGEST_QUOTE = 80;

    private final RedFlagFile file;

    private final Phrasebook phrasebook;

    private RedFlags(RedFlagFile file, Phrasebook phrasebook) {
        this.file = file;
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
        for (RedFlag flag : file.flags()) {
            List<Span> signs = signs(flag, reading);
            if (signs.size() == flag.when().size()) {
                findings.add(new Finding(flag.id(), quote(signs, reading), flag.guidance()));
            }
        }
        return new Screening(findings);
    }

    private List<Span> signs(RedFlag flag, Reading reading) {
        return flag.when().stream()
                .map(sign -> asserted(sign, reading))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Span> asserted(String signs, Reading reading) {
        return Stream.of(signs.split("\\|"))
                .flatMap(sign -> reading.find(sign).stream().filter(span -> counts(sign, span, reading)))
                .findFirst();
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
