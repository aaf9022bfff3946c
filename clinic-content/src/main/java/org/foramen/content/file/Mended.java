package org.foramen.content.file;

import java.nio.file.Path;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What can be used of a broken YAML text, with a sound one for the rest, so that all that follows can be checked. */
public final class Mended<T> {

    private static final YAMLMapper MAPPER = new YAMLMapper();

    private final Class<T> type;
    private final ObjectNode whole;

    private Mended(Class<T> type, ObjectNode whole) {
        this.type = type;
        this.whole = whole;
    }

    /** @param sound a text that can be read as this type */
    public static <T> T read(String broken, String sound, Class<T> type) {
        Mended<T> mended = new Mended<>(type, (ObjectNode) MAPPER.readTree(sound));
        if (tree(broken) instanceof ObjectNode written) {
            mended.take(written, mended.whole);
        }
        return Yaml.read(Path.of(""), mended.text(), 0, type);
    }

    private static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            return MissingNode.getInstance(); // it is no YAML at all, and whoever read it has said so
        }
    }

    /** Entry by entry, and of one that cannot be used whole, part by part. */
    private void take(ObjectNode written, ObjectNode into) {
        for (Map.Entry<String, JsonNode> entry : written.properties()) {
            JsonNode before = into.get(entry.getKey());
            into.set(entry.getKey(), entry.getValue());
            if (isUsable()) {
                continue;
            }
            if (before == null) {
                into.remove(entry.getKey());
            } else {
                into.set(entry.getKey(), before);
            }
            if (before instanceof ObjectNode parts && entry.getValue() instanceof ObjectNode writtenParts) {
                take(writtenParts, parts);
            }
        }
    }

    private boolean isUsable() {
        Problems problems = new Problems();
        return Yaml.read(Path.of(""), text(), 0, type, problems).isPresent() && problems.isEmpty();
    }

    private String text() {
        return MAPPER.writeValueAsString(whole);
    }
}
