package org.foramen.content.file;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** YAML into records, strictly: an unknown, missing or unusable entry is said with its line. */
public final class Yaml {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule().setDeserializerModifier(new RequiredParts()))
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .build();

    private Yaml() {}

    /**
     * Reads one document.
     *
     * @param linesBefore how many lines of the file stand before this text
     */
    public static <T> T read(Path file, String text, int linesBefore, Class<T> type) {
        Problems problems = new Problems();
        WrongEntries wrong = new WrongEntries(file, text, linesBefore, problems);
        T value = null;
        try {
            value = wrong.into(MAPPER.readerFor(type)).readValue(text);
            if (value == null && problems.isEmpty()) {
                problems.add(new InvalidContent(file, linesBefore + 1, "there is nothing here"));
            }
        } catch (JacksonException e) {
            if (!wrong.leftOut()) { // else it may be about the gap
                problems.add(new InvalidContent(file, linesBefore + line(e), problem(e)));
            }
        }
        problems.throwIfAny();
        return requireNonNull(value);
    }

    /** The first line, outside of comments, that has this as the name of an entry, else as a value. */
    public static OptionalInt lineOf(String entry, String text) {
        if (entry.isEmpty()) {
            return OptionalInt.empty();
        }
        String word = "(?m)^[^#\\n]*?(?<![\\w-])" + Pattern.quote(entry) + "(?![\\w-])";
        return Stream.of(word + "[\"']?\\s*:", word)
                .map(pattern -> Pattern.compile(pattern).matcher(text))
                .filter(Matcher::find)
                .mapToInt(place -> (int) text.substring(0, place.end()).lines().count())
                .findFirst();
    }

    private static String problem(JacksonException e) {
        if (e instanceof DatabindException databind) {
            return String.valueOf(databind.getOriginalMessage());
        }
        return "this is not YAML: " + e.getOriginalMessage();
    }

    private static int line(JacksonException e) {
        TokenStreamLocation place = e.getLocation();
        return place == null ? 1 : Math.max(1, place.getLineNr());
    }
}
