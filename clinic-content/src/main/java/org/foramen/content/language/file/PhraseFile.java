package org.foramen.content.language.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.foramen.content.file.InvalidContent;
import org.foramen.content.language.phrase.PhraseNotUnderstood;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads folders of phrases, {@code <topic>/<language>.yml}, into records, and says file and line where one is broken. */
public final class PhraseFile {

    static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private PhraseFile() {}

    /**
     * Reads all files of a folder as one: what stands in a topic's file is of the language that the file is named after.
     * @throws InvalidContent naming file and line, when one cannot be read
     */
    public static <T> T read(Path folder, Class<T> type) {
        ObjectNode all = YAML.createObjectNode();
        for (Path file : files(folder)) {
            JsonNode content = tree(file);
            String language = file.getFileName().toString().replace(".yml", "");
            merge(all, folder.equals(file.getParent()) ? content : inLanguage(content, language));
        }
        try {
            return YAML.treeToValue(all, type);
        } catch (UnrecognizedPropertyException ex) {
            throw invalid(
                    List.of(folder), ex.getPropertyName() + ":", "\"" + ex.getPropertyName() + "\" is not known here");
        } catch (JacksonException ex) {
            throw new InvalidContent(folder, 1, plain(ex));
        }
    }

    /**
     * Compiles what was read from these folders.
     * @throws InvalidContent naming file and line, when a phrase is not understood
     */
    public static <T> T compile(List<Path> folders, Supplier<T> compiler) {
        try {
            return compiler.get();
        } catch (PhraseNotUnderstood ex) {
            throw invalid(folders, ex.phrase(), String.valueOf(ex.getMessage()));
        }
    }

    private static JsonNode tree(Path file) {
        try {
            return YAML.readTree(text(file));
        } catch (JacksonException ex) {
            throw new InvalidContent(
                    file, (ex.getLocation() != null) ? ex.getLocation().getLineNr() : 1, plain(ex));
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException ex) {
            throw new InvalidContent(file, 1, "it cannot be read");
        }
    }

    private static JsonNode inLanguage(JsonNode node, String language) {
        if (!node.isObject()) {
            return YAML.createObjectNode().set(language, node);
        }
        ObjectNode named = YAML.createObjectNode();
        boolean isLeaf = node.has("phrases") || node.has("except") || node.has("finds") || node.has("leaves");
        for (String key : node.propertyNames()) {
            JsonNode value = node.required(key);
            named.set(key.equals("phrases") ? language : key, isLeaf ? value : inLanguage(value, language));
        }
        return named;
    }

    private static void merge(ObjectNode all, JsonNode more) {
        for (String key : more.propertyNames()) {
            JsonNode known = all.get(key);
            JsonNode added = more.required(key);
            if (known instanceof ObjectNode object) {
                merge(object, added);
            } else if (known instanceof ArrayNode array) {
                added.forEach(array::add);
            } else {
                all.set(key, added);
            }
        }
    }

    private static InvalidContent invalid(List<Path> folders, String text, String reason) {
        return folders.stream()
                .flatMap(folder -> files(folder).stream())
                .filter(file -> lineOf(text, file) > 0)
                .findFirst()
                .map(file -> new InvalidContent(file, lineOf(text, file), reason))
                .orElseGet(() -> new InvalidContent(folders.get(0), 1, reason));
    }

    static List<Path> files(Path folder) {
        try (Stream<Path> found = Files.walk(folder, 2)) {
            return found.filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        } catch (IOException ex) {
            throw new InvalidContent(folder, 1, "it cannot be read");
        }
    }

    private static String plain(JacksonException ex) {
        return ex.getOriginalMessage().replaceAll("\\s+", " ");
    }

    private static int lineOf(String phrase, Path file) {
        List<String> lines = text(file).lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).replace("\\\"", "\"").contains(phrase)) {
                return line + 1;
            }
        }
        return 0;
    }
}
