package org.foramen.content.file;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.ValueInstantiator;

/** Notes each entry of a YAML text that is unknown or cannot be used, and has the reading go on without it. */
final class WrongEntries extends DeserializationProblemHandler {

    private final Path file;
    private final String text;
    private final int linesBefore;
    private final Problems problems;
    private boolean leftOut;

    WrongEntries(Path file, String text, int linesBefore, Problems problems) {
        this.file = file;
        this.text = text;
        this.linesBefore = linesBefore;
        this.problems = problems;
    }

    /** That which reads notes what is wrong here. */
    ObjectReader into(ObjectReader reader) {
        return reader.withHandler(this).withAttribute(WrongEntries.class, this);
    }

    static WrongEntries of(DeserializationContext context) {
        return (WrongEntries) requireNonNull(context.getAttribute(WrongEntries.class));
    }

    /** Whether a part is missing from what was read, so that what is said of the whole may be about that gap. */
    boolean leftOut() {
        return leftOut;
    }

    /** @param name that of the entry which was read */
    void note(InvalidEntry wrong, String name, JsonParser parser) {
        for (InvalidEntry entry : wrong.all()) {
            add(Yaml.lineOf(entry.entry(), text).orElse(line(parser)), entry.problemOf(name));
        }
        leftOut = true;
    }

    void noteMissing(String name, JsonParser parser) {
        add(line(parser), "the entry '%s' is missing".formatted(name));
        leftOut = true;
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            @Nullable ValueDeserializer<?> deserializer,
            Object beanOrClass,
            String name) {
        add(Yaml.lineOf(name, text).orElse(line(parser)), "nothing is known about '%s'".formatted(name));
        parser.skipChildren();
        return true;
    }

    @Override
    public @Nullable Object handleWeirdStringValue(
            DeserializationContext context, Class<?> type, String value, String message) {
        add(line(context.getParser()), "'%s' is not %s".formatted(value, wanted(type)));
        leftOut = true;
        return null;
    }

    @Override
    public @Nullable Object handleUnexpectedToken(
            DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, String message) {
        if (!leftOut || token != JsonToken.VALUE_NULL) {
            add(line(parser), "'%s' must be %s".formatted(parser.currentName(), wanted(type.getRawClass())));
        }
        leftOut = true;
        parser.skipChildren();
        return null;
    }

    @Override
    public @Nullable Object handleMissingInstantiator(
            DeserializationContext context,
            Class<?> type,
            @Nullable ValueInstantiator instantiator,
            JsonParser parser,
            String message) {
        return handleUnexpectedToken(context, context.constructType(type), parser.currentToken(), parser, message);
    }

    @Override
    public @Nullable Object handleInstantiationProblem(
            DeserializationContext context, Class<?> type, @Nullable Object argument, Throwable trouble) {
        Throwable cause = trouble instanceof InvalidEntry ? trouble : trouble.getCause();
        JsonParser parser = context.getParser();
        if (cause instanceof InvalidEntry entry) {
            note(entry, String.valueOf(parser.currentName()), parser);
        }
        return leftOut ? null : NOT_HANDLED;
    }

    private void add(int line, String problem) {
        problems.add(new InvalidContent(file, linesBefore + line, problem));
    }

    private static int line(JsonParser parser) {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    private static String wanted(Class<?> type) {
        if (type == LocalDate.class) {
            return "a day such as 2026-12-31";
        }
        if (type == ZoneId.class) {
            return "a time zone such as America/Los_Angeles";
        }
        if (type.isEnum()) {
            return Stream.of(type.getEnumConstants())
                    .map(Object::toString)
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (type == int.class) {
            return "a whole number";
        }
        return type == String.class ? "a text" : "a list or entries of its own";
    }
}
