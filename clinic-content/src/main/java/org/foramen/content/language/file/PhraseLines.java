package org.foramen.content.language.file;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** In which file and line each phrase stands. */
public final class PhraseLines {

    private final Map<String, List<Line>> byPhrase = new HashMap<>();

    /** @param keys the names that lead to the phrase in its file, such as {@code /signs/foot-drop/phrases/3} */
    private record Line(String keys, String place) {}

    /** Reads the files of these folders below {@code language}. */
    public PhraseLines(List<Path> folders) {
        for (Path folder : folders) {
            Path language = folder.toAbsolutePath().resolve("..").normalize();
            for (Path file : PhraseFile.files(folder)) {
                note(file, language.relativize(file.toAbsolutePath().normalize()));
            }
        }
    }

    private void note(Path file, Path shown) {
        try (JsonParser parser = PhraseFile.YAML.createParser(new StringReader(PhraseFile.text(file)))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    String keys = parser.streamReadContext().pathAsPointer().toString();
                    String place = shown + ":" + parser.currentTokenLocation().getLineNr();
                    byPhrase.computeIfAbsent(parser.getString(), phrase -> new ArrayList<>())
                            .add(new Line(keys, place));
                }
            }
        }
    }

    /** Such as {@code screening/foot-drop/en.yml:12}; empty for a phrase that no file has, such as a handout's name. */
    String of(String list, String phrase) {
        return byPhrase.getOrDefault(phrase, List.of()).stream()
                .max(Comparator.comparingInt(line -> words(list, line)))
                .map(Line::place)
                .orElse("");
    }

    /** How many words of the list's name lead to this line. */
    private static int words(String list, Line line) {
        String keys = line.keys().replace('-', ' ');
        return (int) Arrays.stream(list.toLowerCase(Locale.ROOT).split("[-_ ]"))
                .filter(keys::contains)
                .count();
    }
}
