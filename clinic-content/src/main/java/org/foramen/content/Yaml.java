package org.foramen.content;

import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** YAML into records, strictly: an unknown, missing or unusable entry is said with its line. */
final class Yaml {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private Yaml() {}

    /**
     * Reads one document.
     *
     * @param linesBefore how many lines of the file stand before this text
     */
    static <T> T read(Path file, String text, int linesBefore, Class<T> type) {
        try {
            T value = MAPPER.readValue(text, type);
            if (value == null) {
                throw new InvalidContent(file, linesBefore + 1, "there is nothing here");
            }
            return value;
        } catch (JacksonException e) {
            TokenStreamLocation place = e.getLocation();
            int line = place == null ? 1 : Math.max(1, place.getLineNr());
            throw new InvalidContent(file, linesBefore + line, problem(e));
        }
    }

    private static String problem(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "nothing is known about '%s'".formatted(unknown.getPropertyName());
        }
        if (e instanceof ValueInstantiationException refused && refused.getCause() != null) {
            return String.valueOf(refused.getCause().getMessage());
        }
        if (e instanceof DatabindException databind) {
            return databind.getOriginalMessage();
        }
        return "this is not YAML: " + e.getOriginalMessage();
    }
}
