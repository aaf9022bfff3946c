package org.foramen.base.screening;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.foramen.content.language.assertion.Assertions;
import org.foramen.content.language.assertion.Doubt;
import org.foramen.content.language.file.Explanation;
import org.foramen.content.language.file.PhraseExamples;
import org.foramen.content.language.file.PhraseLines;
import org.foramen.content.language.file.PhraseTopic;
import org.foramen.content.language.phrase.Phrasebook;
import org.foramen.content.language.phrase.Reading;
import org.foramen.content.language.text.Span;
import org.foramen.contract.Level;
import org.jspecify.annotations.Nullable;

/** Screens a message for emergencies that are said to be so now. */
public final class RedFlags {

    private static final String LEARNT = "learnt-words";
    private static final int LONGEST_QUOTE = 80;

    private final List<Rule> rules;

    private final Phrasebook phrasebook;

    private final List<Path> folders;

    private final LearntWords learnt;

    private final LearntDoubts doubts;

    /** A flag and its signs: one of each list must be there. */
    private record Rule(RedFlagRule flag, List<List<Sign>> signs) {

        static Rule of(RedFlagRule flag, RedFlagFile file) {
            return new Rule(
                    flag,
                    flag.when().stream()
                            .map(either -> Stream.of(either.split("\\|"))
                                    .map(sign -> new Sign(sign, file.despite(sign)))
                                    .toList())
                            .toList());
        }
    }

    /** A list of ways to tell of a sign, and the doubts despite which it counts. */
    private record Sign(String list, Set<Doubt> despite) {}

    private RedFlags(PhraseTopic<RedFlagFile> topic, LearntWords learnt, LearntDoubts doubts) {
        RedFlagFile file = topic.file();
        this.rules = file.flags().stream().map(flag -> Rule.of(flag, file)).toList();
        this.phrasebook = topic.phrasebook();
        this.folders = topic.folders();
        this.learnt = learnt;
        this.doubts = doubts;
    }

    /** Reads {@code language/doubts}, {@code language/screening} and what was learnt of the content folder. */
    public static RedFlags load(Path content) {
        return new RedFlags(topic(content), LearntWords.read(content), LearntDoubts.read(content));
    }

    /** What the phrases alone tell. */
    static RedFlags ofPhrases(Path content) {
        return new RedFlags(topic(content), LearntWords.NONE, LearntDoubts.NONE);
    }

    /** The phrases of a content folder with their examples. */
    public static PhraseExamples examples(Path content) {
        return topic(content).examples();
    }

    private static PhraseTopic<RedFlagFile> topic(Path content) {
        return PhraseTopic.read(content, "screening", RedFlagFile.class, RedFlagFile::lists);
    }

    /** What this message asserts of its writer, or of the one it is written for. */
    public Screening screen(String message) {
        return screen(phrasebook.read(message));
    }

    private Screening screen(Reading reading) {
        boolean isOfAnother = isOfAnother(reading);
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : rules) {
            if (isOfAnother && rule.flag().level() != Level.CRISIS) {
                continue;
            }
            List<Span> signs = signs(rule, reading);
            if (!signs.isEmpty() && isTold(rule, reading)) {
                RedFlagRule flag = rule.flag();
                findings.add(new Finding(flag.id(), quote(signs, reading), flag.level()));
            }
        }
        if (findings.isEmpty() && !isOfAnother && rules.stream().noneMatch(rule -> isSpokenOf(rule, reading))) {
            learnt.hear(reading.words()).ifPresent(heard -> findings.add(heard(heard, reading)));
        }
        return new Screening(findings);
    }

    /** Whether one of its signs, at least, stands in a sentence that does not only speak of it; a wish to die always does. */
    private boolean isTold(Rule rule, Reading reading) {
        return rule.flag().level() == Level.CRISIS
                || believed(rule, reading).anyMatch(sign -> !doubts.doubts(sign, reading));
    }

    /** Where its signs stand on which no word casts a doubt. */
    private static Stream<Span> believed(Rule rule, Reading reading) {
        return rule.signs().stream().flatMap(List::stream).flatMap(sign -> reading.find(sign.list()).stream()
                .filter(span -> isBelieved(sign, span, reading)));
    }

    private static boolean isBelieved(Sign sign, Span span, Reading reading) {
        return sign.despite().containsAll(Assertions.doubts(span, reading));
    }

    /** Whether its signs are there, believed or not. */
    private static boolean isSpokenOf(Rule rule, Reading reading) {
        return rule.signs().stream().allMatch(either -> either.stream()
                .anyMatch(sign -> !reading.find(sign.list()).isEmpty()));
    }

    private static Finding heard(LearntWords.Heard heard, Reading reading) {
        return new Finding(LEARNT, quote(List.of(heard.span()), reading), heard.level());
    }

    /** Each sign that was found in this message, by file and line, and why it counts or does not; and the words that weigh most. */
    public List<Explanation> explain(String message) {
        Reading reading = phrasebook.read(message);
        PhraseLines lines = new PhraseLines(folders);
        List<Explanation.Doubted> senders = isOfAnother(reading)
                ? Explanation.of(RedFlagFile.OTHER_SENDERS, EnumSet.allOf(Doubt.class), reading, lines).stream()
                        .map(sender -> new Explanation.Doubted(Doubt.SOMEONE_ELSE, sender.words(), sender.line()))
                        .toList()
                : List.of();
        Stream<Explanation> found = rules.stream()
                .flatMap(rule -> rule.signs().stream()
                        .flatMap(List::stream)
                        .flatMap(sign -> Explanation.of(sign.list(), sign.despite(), reading, lines).stream()
                                .map(sure -> rule.flag().level() == Level.CRISIS ? sure : sure.doubted(senders))
                                .map(sure -> isTold(rule, reading) ? sure : sure.doubted(heaviest(rule, reading)))))
                .distinct();
        Stream<Explanation> weighed = screen(reading).findings().stream()
                .filter(finding -> finding.flag().equals(LEARNT))
                .map(finding -> new Explanation(LEARNT, finding.words(), LearntWords.FILE, List.of()));
        return Stream.concat(found, weighed).toList();
    }

    /** The words that weigh most against a rule whose signs are only spoken of. */
    private List<Explanation.Doubted> heaviest(Rule rule, Reading reading) {
        return believed(rule, reading)
                .map(sign -> doubts.explain(sign, reading))
                .limit(1)
                .toList();
    }

    /** Whether business, a job, a study or a pet is what this is about, and no word is of the writer's own trouble. */
    private static boolean isOfAnother(Reading reading) {
        return !reading.find(RedFlagFile.OTHER_SENDERS).isEmpty()
                && reading.find(RedFlagFile.OWN_TROUBLE).isEmpty();
    }

    /** One span for each sign; none when one sign is missing. */
    private static List<Span> signs(Rule rule, Reading reading) {
        List<Span> signs = new ArrayList<>();
        for (List<Sign> either : rule.signs()) {
            Span sign = asserted(either, reading);
            if (sign == null) {
                return List.of();
            }
            signs.add(sign);
        }
        return signs;
    }

    private static @Nullable Span asserted(List<Sign> either, Reading reading) {
        for (Sign sign : either) {
            for (Span span : reading.find(sign.list())) {
                if (isBelieved(sign, span, reading)) {
                    return span;
                }
            }
        }
        return null;
    }

    private static String quote(List<Span> signs, Reading reading) {
        Set<String> quotes = new LinkedHashSet<>();
        for (Span sign : signs) {
            quotes.add(reading.quote(sign));
        }
        String words = String.join(" … ", quotes);
        return words.length() <= LONGEST_QUOTE ? words : words.substring(0, LONGEST_QUOTE) + "…";
    }
}
