package org.foramen.content.file;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .build();

    private static final Pattern MISSING = Pattern.compile("(?:Missing|Null value for) creator property '(.*?)'");

    private Yaml() {}

    /**
     * Reads one document.
     *
     * @param linesBefore how many lines of the file stand before this text
     */
    public static <T> T read(Path file, String text, int linesBefore, Class<T> type) {
        Problems problems = new Problems();
        T value = null;
        try {
            value = MAPPER.readerFor(type)
                    .withHandler(new UnknownEntries(file, text, linesBefore, problems))
                    .readValue(text);
            if (value == null) {
                problems.add(new InvalidContent(file, linesBefore + 1, "there is nothing here"));
            }
        } catch (JacksonException e) {
            problems.add(new InvalidContent(file, linesBefore + line(e, text), problem(e)));
        }
        problems.throwIfAny();
        return requireNonNull(value);
    }

    /** Notes each unknown entry and reads on. */
    private static final class UnknownEntries extends DeserializationProblemHandler {

        private final Path file;
        private final String text;
        private final int linesBefore;
        private final Problems problems;

        UnknownEntries(Path file, String text, int linesBefore, Problems problems) {
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
    }

    private static String problem(JacksonException e) {
        if (e.getCause() instanceof InvalidEntry entry) {
            return String.valueOf(entry.getMessage());
        }
        if (e instanceof InvalidFormatException value && value.getTargetType() == LocalDate.class) {
            return "'%s' is not a day such as 2026-12-31".formatted(value.getValue());
        }
        Matcher missing = MISSING.matcher(String.valueOf(e.getOriginalMessage()));
        if (missing.find()) {
            return "the entry '%s' is missing".formatted(missing.group(1));
        }
        if (e instanceof DatabindException databind) {
            return String.valueOf(databind.getOriginalMessage());
        }
        return "this is not YAML: " + e.getOriginalMessage();
    }

    /** Jackson often gives the end of the document: where the entry's name is known, its own line is better. */
    private static int line(JacksonException e, String text) {
        String entry = e.getCause() instanceof InvalidEntry invalid ? invalid.entry() : null;
        OptionalInt own = entry == null ? OptionalInt.empty() : lineOf(entry, text);
        if (own.isPresent()) {
            return own.getAsInt();
        }
        TokenStreamLocation place = e.getLocation();
        return place == null ? 1 : Math.max(1, place.getLineNr());
    }

    private static OptionalInt lineOf(String entry, String text) {
        Matcher place =
                Pattern.compile("(?m)^\\s*" + Pattern.quote(entry) + "\\s*:").matcher(text);
        return place.find()
                ? OptionalInt.of((int) text.substring(0, place.end()).lines().count())
                : OptionalInt.empty();
    }
}
