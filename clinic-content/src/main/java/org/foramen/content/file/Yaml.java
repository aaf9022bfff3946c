package org.foramen.content.file;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** YAML into records, strictly: an unknown, missing or unusable entry is said with its line. */
public final class Yaml {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule().setDeserializerModifier(new RequiredParts()))
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .withCoercionConfigDefaults(empty -> empty.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
            .build();

    private Yaml() {}

    /**
     * Reads one document.
     *
     * @param linesBefore how many lines of the file stand before this text
     */
    public static <T> T read(Path file, String text, int linesBefore, Class<T> type) {
        Problems problems = new Problems();
        Optional<T> value = read(file, text, linesBefore, type, problems);
        problems.throwIfAny();
        return value.orElseThrow();
    }

    /** The same, noting what is wrong. Beside an entry that is not known a value is there all the same; else it is empty. */
    public static <T> Optional<T> read(Path file, String text, int linesBefore, Class<T> type, Problems problems) {
        Problems here = new Problems();
        WrongEntries wrong = new WrongEntries(file, text, linesBefore, here);
        T value = null;
        try {
            value = wrong.into(MAPPER.readerFor(type)).readValue(text);
            if (value == null && here.isEmpty()) {
                here.add(new InvalidContent(file, linesBefore + 1, "there is nothing here"));
            }
        } catch (JacksonException e) {
            if (!wrong.leftOut()) { // else it may be about the gap
                here.add(new InvalidContent(file, linesBefore + line(e), problem(e)));
            }
        }
        problems.addAll(here);
        return wrong.leftOut() ? Optional.empty() : Optional.ofNullable(value);
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
            String said = String.valueOf(databind.getOriginalMessage());
            return said.startsWith("Cannot coerce ") ? "this value cannot stand here" : said;
        }
        return String.valueOf(e.getOriginalMessage())
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" ")) // else it is a place, or what stands there
                .collect(Collectors.joining(", ", "this is not YAML: ", ""));
    }

    private static int line(JacksonException e) {
        TokenStreamLocation place = e.getLocation();
        return place == null ? 1 : Math.max(1, place.getLineNr());
    }
}
