package org.foramen.content.file;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** YAML into records, strictly: an unknown, missing or unusable entry is said with its line. */
public final class Yaml {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .annotationIntrospector(new LeftOut())
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .build();

    private static final Pattern MISSING =
            Pattern.compile("Missing required creator property '(.*?)'|Invalid `null` value.* \"(.*?)\"");

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
            value = MAPPER.readerFor(type).withHandler(wrong).readValue(text);
            if (value == null && problems.isEmpty()) {
                problems.add(new InvalidContent(file, linesBefore + 1, "there is nothing here"));
            }
        } catch (JacksonException e) {
            if (e.getCause() instanceof InvalidEntry entry) {
                wrong.note(entry, line(e));
            } else if (!wrong.leftOut) { // else it may be about the gap
                problems.add(new InvalidContent(file, linesBefore + line(e), problem(e)));
            }
        }
        problems.throwIfAny();
        return requireNonNull(value);
    }

    /** Notes each unknown entry, and each part that cannot be used, and reads on. */
    private static final class WrongEntries extends DeserializationProblemHandler {

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

        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                @Nullable ValueDeserializer<?> deserializer,
                Object beanOrClass,
                String name) {
            int here = Math.max(1, parser.currentTokenLocation().getLineNr());
            int line = lineOf(name, text).orElse(here);
            problems.add(new InvalidContent(file, linesBefore + line, "nothing is known about '%s'".formatted(name)));
            parser.skipChildren();
            return true;
        }

        @Override
        public @Nullable Object handleInstantiationProblem(
                DeserializationContext context, Class<?> type, @Nullable Object argument, Throwable trouble) {
            Throwable cause = trouble instanceof InvalidEntry ? trouble : trouble.getCause();
            if (cause instanceof InvalidEntry first) {
                int here =
                        Math.max(1, context.getParser().currentTokenLocation().getLineNr());
                note(first, here);
                Stream.of(first.getSuppressed()).forEach(other -> note((InvalidEntry) other, here));
                leftOut = true;
            }
            return leftOut ? null : NOT_HANDLED;
        }

        private void note(InvalidEntry entry, int here) {
            int line = lineOf(entry.entry(), text).orElse(here);
            problems.add(new InvalidContent(file, linesBefore + line, String.valueOf(entry.getMessage())));
        }
    }

    private static String problem(JacksonException e) {
        if (e instanceof InvalidFormatException value && value.getTargetType() == LocalDate.class) {
            return "'%s' is not a day such as 2026-12-31".formatted(value.getValue());
        }
        Matcher missing = MISSING.matcher(String.valueOf(e.getOriginalMessage()));
        if (missing.find()) {
            return "the entry '%s' is missing"
                    .formatted(missing.group(1) == null ? missing.group(2) : missing.group(1));
        }
        if (e instanceof DatabindException databind) {
            return String.valueOf(databind.getOriginalMessage());
        }
        return "this is not YAML: " + e.getOriginalMessage();
    }

    private static int line(JacksonException e) {
        TokenStreamLocation place = e.getLocation();
        return place == null ? 1 : Math.max(1, place.getLineNr());
    }

    /** Jackson often gives the end of the document: where the entry's name is known, its own line is better. */
    private static OptionalInt lineOf(String entry, String text) {
        Matcher place =
                Pattern.compile("(?m)^\\s*" + Pattern.quote(entry) + "\\s*:").matcher(text);
        return place.find()
                ? OptionalInt.of((int) text.substring(0, place.end()).lines().count())
                : OptionalInt.empty();
    }
}
