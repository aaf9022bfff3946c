package org.foramen.inquiries;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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

    private LabelledInquiries() {}

    /** One labelled example, with the names of LABELS.md. */
    public record Labelled(
            String id,
            String message,
            String procedure_interest,
            List<String> expected_procedure,
            String region,
            boolean urgent) {}

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
