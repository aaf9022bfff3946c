package org.foramen.content.language.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.foramen.content.language.assertion.AssertionSayings;
import org.foramen.content.language.phrase.Phrasebook;
import org.foramen.content.language.phrase.Sayings;

/**
 * A folder of phrases below {@code language}, with the words about doubt that all such folders share.
 * @param lists all phrases by the name of their list
 */
public record PhraseTopic<T>(T file, Map<String, Sayings> lists, List<Path> folders) {

    /**
     * Reads it.
     * @param lists names what the file has
     */
    public static <T> PhraseTopic<T> read(
            Path content, String topic, Class<T> type, BiFunction<T, AssertionSayings, Map<String, Sayings>> lists) {
        Path language = content.resolve("language");
        List<Path> folders = List.of(language.resolve(topic), language.resolve("doubts"));
        T file = PhraseFile.read(folders.get(0), type);
        return new PhraseTopic<>(
                file, lists.apply(file, PhraseFile.read(folders.get(1), AssertionSayings.class)), folders);
    }

    public Phrasebook phrasebook() {
        return PhraseFile.compile(folders, () -> new Phrasebook(lists));
    }

    public PhraseExamples examples() {
        return PhraseFile.compile(folders, () -> new PhraseExamples(lists));
    }
}
