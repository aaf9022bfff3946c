package org.foramen.base.screening;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.foramen.content.language.assertion.Assertions;
import org.foramen.content.language.file.PhraseTopic;
import org.foramen.content.language.phrase.Phrasebook;
import org.foramen.content.language.phrase.Reading;
import org.foramen.content.language.text.Span;
import org.foramen.contract.Level;
import org.foramen.inquiries.LabelledInquiries.Labelled;

/** The sentences of labelled messages in which signs stand: told in those that are urgent, only spoken of in the others. */
final class SignExamples {

    private final RedFlagFile file;

    private final Phrasebook phrasebook;

    private final RedFlags phrases;

    SignExamples(Path content) {
        PhraseTopic<RedFlagFile> topic = PhraseTopic.read(content, "screening", RedFlagFile.class, RedFlagFile::lists);
        this.file = topic.file();
        this.phrasebook = topic.phrasebook();
        this.phrases = RedFlags.ofPhrases(content);
    }

    Stream<WordLearner.Example> in(Labelled inquiry) {
        Reading reading = phrasebook.read(inquiry.message());
        if (!reading.find(RedFlagFile.OTHER_SENDERS).isEmpty()
                && reading.find(RedFlagFile.OWN_TROUBLE).isEmpty()) {
            return Stream.of();
        }
        Set<String> found = Set.copyOf(phrases.screen(inquiry.message()).findings().stream()
                .map(Finding::flag)
                .toList());
        Map<Integer, Set<String>> sentences = new LinkedHashMap<>();
        file.flags().stream()
                .filter(flag -> flag.level() != Level.CRISIS)
                .filter(flag -> inquiry.urgent() ? found.contains(flag.id()) : isSpokenOf(flag, reading))
                .flatMap(flag -> signs(flag).flatMap(List::stream))
                .forEach(sign -> reading.find(sign).stream()
                        .filter(span -> !inquiry.urgent() || isBelieved(sign, span, reading))
                        .forEach(span -> sentences.put(
                                reading.words().sentence(span.from()),
                                LearntDoubts.signsBeside(span, reading.words()).keySet())));
        return sentences.values().stream()
                .map(signs -> new WordLearner.Example(
                        signs, inquiry.urgent() ? WordLearner.NO_KIND : LearntDoubts.SPOKEN_OF));
    }

    private static boolean isSpokenOf(RedFlagRule flag, Reading reading) {
        return signs(flag).allMatch(either -> either.stream()
                .anyMatch(sign -> !reading.find(sign).isEmpty()));
    }

    private boolean isBelieved(String sign, Span span, Reading reading) {
        return file.despite(sign).containsAll(Assertions.doubts(span, reading));
    }

    private static Stream<List<String>> signs(RedFlagRule flag) {
        return flag.when().stream().map(either -> List.of(either.split("\\|")));
    }
}
