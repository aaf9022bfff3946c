package org.foramen.content.file;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** YAML into records, strictly: an unknown, missing or unusable entry is said with its line. */
public final class Yaml {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .build();

    private Yaml() {}

    /**
     * Reads one document.
     *
     * @param linesBefore how many lines of the file stand before this text
     */
    public static <T> T read(Path file, String text, int linesBefore, Class<T> type) {
        try {
            T value = MAPPER.readValue(text, type);
            if (value == null) {
                throw new InvalidContent(file, linesBefore + 1, "there is nothing here");
            }
            return value;
        } catch (JacksonException e) {
            throw new InvalidContent(file, linesBefore + line(e, text), problem(e));
        }
    }

    private static String problem(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "nothing is known about '%s'".formatted(unknown.getPropertyName());
        }
        if (e.getCause() instanceof InvalidEntry entry) {
            return String.valueOf(entry.getMessage());
        }
        if (e instanceof DatabindException databind) {
            return String.valueOf(databind.getOriginalMessage());
        }
        return "this is not YAML: " + e.getOriginalMessage();
    }

    /** Jackson often gives the end of the document: where the entry's name is known, its own line is better. */
    private static int line(JacksonException e, String text) {
        String entry = entry(e);
        if (entry != null) {
            Matcher place = Pattern.compile("(?m)^\\s*" + Pattern.quote(entry) + "\\s*:")
                    .matcher(text);
            if (place.find()) {
                return (int) text.substring(0, place.end()).lines().count();
            }
        }
        TokenStreamLocation place = e.getLocation();
        return place == null ? 1 : Math.max(1, place.getLineNr());
    }

    private static @Nullable String entry(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return unknown.getPropertyName();
        }
        return e.getCause() instanceof InvalidEntry invalid ? invalid.entry() : null;
    }
}
