package org.foramen.content.phrases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.foramen.content.file.InvalidContent;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the clinic's phrase files into records, and says file and line where one is broken. */
public final class PhraseFile {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private PhraseFile() {}

    /**
     * Reads one file.
     * @throws InvalidContent naming file and line, when it cannot be read
     */
    public static <T> T read(Path file, Class<T> type) {
        try {
            return YAML.readValue(Files.readString(file), type);
        } catch (UnrecognizedPropertyException ex) {
            throw new InvalidContent(
                    file,
                    lineOf(ex.getPropertyName() + ":", file),
                    "\"" + ex.getPropertyName() + "\" is not known here");
        } catch (JacksonException ex) {
            int line = (ex.getLocation() != null) ? ex.getLocation().getLineNr() : 1;
            throw new InvalidContent(file, line, ex.getOriginalMessage().replaceAll("\\s+", " "));
        } catch (IOException ex) {
            throw new InvalidContent(file, 1, "it cannot be read");
        }
    }

    /**
     * Compiles what was read from these files.
     * @throws InvalidContent naming file and line, when a phrase is not understood
     */
    public static <T> T compile(List<Path> files, Supplier<T> compiler) {
        try {
            return compiler.get();
        } catch (PhraseNotUnderstood ex) {
            for (Path file : files) {
                int line = lineOf(ex.phrase(), file);
                if (line > 0) {
                    throw new InvalidContent(file, line, String.valueOf(ex.getMessage()));
                }
            }
            throw ex;
        }
    }

    private static int lineOf(String phrase, Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            for (int line = 0; line < lines.size(); line++) {
                if (lines.get(line).contains(phrase)) {
                    return line + 1;
                }
            }
            return 0;
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }
}
