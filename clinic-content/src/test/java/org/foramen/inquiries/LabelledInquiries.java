package org.foramen.inquiries;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The labelled examples in the test resources, one JSON object a line. */
public final class LabelledInquiries {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The procedures' names as the handouts' front matter gives them. */
    public static final Map<String, List<String>> NAMES = Map.of(
            "foraminotomy",
            List.of("foraminotomy", "foraminotomía"),
            "spinal-fusion",
            List.of("spinal fusion", "fusión espinal"),
            "laminectomy",
            List.of("laminectomy", "laminectomía"),
            "discectomy",
            List.of("discectomy", "discectomía"),
            "disc-replacement",
            List.of("disc replacement", "reemplazo de disco"));

    /** Sets that name the part of the spine as well. */
    public static final List<String> WITH_REGION =
            List.of("public", "dev", "blind", "voices", "third", "fourth", "fifth", "sixth", "seventh", "eighth");

    /** Sets that name the right handout. */
    public static final List<String> WITH_HANDOUT =
            joined(WITH_REGION, List.of("ninth", "eleventh", "twelfth", "thirteenth", "trials-other", "twenty-sixth"));

    /** Sets of emergencies, and of what looks like one. */
    public static final List<String> FLAGS = List.of(
            "dev-flags",
            "blind-flags",
            "third-flags",
            "fourth-flags",
            "fifth-flags",
            "sixth-flags",
            "ninth-flags",
            "tenth-flags",
            "eleventh-flags",
            "twelfth-flags",
            "thirteenth-flags",
            "fourteenth-flags",
            "twenty-sixth-flags");

    /** Sets of long tales and of messages typed on a phone, by another hand, with near-misses that are hard to tell. */
    public static final List<String> HARD_FLAGS =
            List.of("fifteenth-flags", "sixteenth-flags", "trials-parts-near-flags");

    /** Sets by a third to a seventh hand, and trials, with wishes to die that are only hinted at. */
    public static final List<String> HINTED_FLAGS = List.of(
            "seventeenth-flags",
            "eighteenth-flags",
            "nineteenth-flags",
            "twentieth-flags",
            "twenty-first-flags",
            "twenty-second-flags",
            "twenty-third-flags",
            "twenty-seventh-flags",
            "trials-deeds-flags",
            "trials-today-flags");

    /** Sets of emergencies in unusual words, of which a few are missed. */
    public static final List<String> UNUSUAL_FLAGS =
            List.of("voices-flags", "trials-flags", "trials-more-flags", "trials-parts-flags");

    /** Sets of wishes to die, plain and hinted, and of idioms that sound like one; the last is unread. */
    public static final List<String> WISHES_TO_DIE =
            List.of("thirty-ninth-flags", "fortieth-flags", "forty-first-flags", "forty-second-flags");

    /** Sets of usual questions, by another hand, everyday sentences that sound like more, and plain ones; they name no handout. */
    public static final List<String> USUAL = List.of(
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
            "twenty-first",
            "twenty-third",
            "twenty-seventh",
            "everyday",
            "everyday-more",
            "everyday-plain");

    /** Sets in which no emergency is missed. */
    public static final List<String> WITHOUT_MISSES = joined(joined(WITH_HANDOUT, FLAGS), HARD_FLAGS);

    /** Sets in which hardly anything usual is marked. */
    public static final List<String> HARDLY_MARKED = joined(joined(WITH_HANDOUT, FLAGS), joined(UNUSUAL_FLAGS, USUAL));

    /** Sets by six hands that name the right handout; none of the words are learnt of them. */
    public static final List<String> LATEST_WITH_HANDOUT = Stream.of(
                    "first", "second", "third", "fifth", "sixth", "seventh")
            .map("thirty-"::concat)
            .toList();

    /** Sets of usual questions of which most describe a procedure in words of their own, or misspell it. */
    public static final List<String> DESCRIBED = List.of("described", "described-more");

    /** Sets by the same six hands, mostly of what sounds like a sign and is none. */
    private static final List<String> LATEST_FLAGS =
            LATEST_WITH_HANDOUT.stream().map(set -> set + "-flags").toList();

    /** Sets that were read: phrases were mended on them, and words are learnt of them. The words of the twenty-fourth, -eighth and -ninth were not. */
    public static final List<String> READ = Stream.of(
                    WITHOUT_MISSES, HINTED_FLAGS, HARDLY_MARKED, List.of("twenty-fifth", "twenty-fifth-flags"))
            .flatMap(List::stream)
            .distinct()
            .toList();

    /** What doubts a sign is learnt of these: all sets but the thirtieth, the thirty-fourth and the thirty-eighth, whose signs were only counted. */
    public static final List<String> ALL = joined(
            joined(READ, joined(LATEST_WITH_HANDOUT, LATEST_FLAGS)),
            List.of(
                    "twenty-fourth",
                    "twenty-fourth-flags",
                    "twenty-eighth",
                    "twenty-eighth-flags",
                    "twenty-ninth",
                    "twenty-ninth-flags"));

    private LabelledInquiries() {}

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** One labelled example, with the names of LABELS.md. */
    public record Labelled(
            String id,
            String message,
            String procedure_interest,
            List<String> expected_procedure,
            String region,
            boolean urgent,
            String kind) {}

    public static List<Labelled> read(String set) {
        try (InputStream lines = LabelledInquiries.class.getResourceAsStream(set + ".jsonl")) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> JSON.readValue(line, Labelled.class))
                    .toList();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }
}
