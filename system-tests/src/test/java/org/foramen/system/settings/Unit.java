package org.foramen.system.settings;

import java.util.Locale;
import java.util.stream.Stream;

/** In what a setting is given. */
enum Unit {
    TIME("java.time.Duration", "\\d+(ms|s|m|h|d)"),
    SIZE("org.springframework.util.unit.DataSize", "\\d+(B|KB|MB|GB)"),
    NUMBER("java.lang.(Integer|Long|Short|Double)", "-?\\d+"),
    SWITCH("java.lang.Boolean", "true|false"),
    PATH("java.nio.file.Path", "/.*"),
    ADDRESS("java.net.URI", "https?://.*"),
    LIST("java.util.(List|Set)<.*>", ".*,.*"),
    MAP("java.util.Map<.*>", "(?!)"),
    TEXT(".*", ".*");

    private final String type;
    private final String look;

    Unit(String type, String look) {
        this.type = type;
        this.look = look;
    }

    static Unit ofType(String type) {
        return Stream.of(values())
                .filter(one -> type.matches(one.type))
                .findFirst()
                .orElseThrow();
    }

    /** Of a value that has no type, in the words that Spring would take for it. */
    static Unit ofLook(String value) {
        return Stream.of(values())
                .filter(one -> value.matches(one.look))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
