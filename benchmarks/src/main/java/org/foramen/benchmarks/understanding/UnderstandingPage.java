package org.foramen.benchmarks.understanding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.foramen.base.screening.RedFlags;
import org.foramen.notifier.matching.Match;
import org.foramen.notifier.matching.ProcedureMatcher;
import org.foramen.notifier.matching.Question;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@code docs/understanding.md} from the labelled sets. */
public final class UnderstandingPage {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Pattern SPANISH = Pattern.compile(
            "[áéíóúñ¿¡]|\\b(el|los|las|mi|que|una?|para|con|desde|dolor|espalda|tengo|cuello|doctor dijo)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ENGLISH =
            Pattern.compile("\\b(the|my|i|is|and|of|to|for|have|can|do|it)\\b", Pattern.CASE_INSENSITIVE);

    private static final Map<String, List<String>> NAMES = Map.of(
            "foraminotomy", List.of("foraminotomy", "foraminotomía"),
            "spinal-fusion", List.of("spinal fusion", "fusión espinal"),
            "laminectomy", List.of("laminectomy", "laminectomía"),
            "discectomy", List.of("discectomy", "discectomía"),
            "disc-replacement", List.of("disc replacement", "reemplazo de disco"));

    private final RedFlags redFlags;

    private final ProcedureMatcher matcher;

    private UnderstandingPage(Path content) {
        this.redFlags = RedFlags.load(content);
        this.matcher = ProcedureMatcher.load(content, NAMES);
    }

    /** @param args the content folder, a page whose table is to be written, and a folder with labelled sets */
    public static void main(String[] args) throws IOException {
        UnderstandingPage page = new UnderstandingPage(Path.of(args[0]));
        Path file = Path.of(args[1]);
        String text = Files.readString(file);
        int begin = text.lastIndexOf("| set |");
        int end = text.indexOf("\n\n", begin);
        Files.writeString(file, text.substring(0, begin) + page.table(Path.of(args[2])) + text.substring(end));
    }

    private String table(Path sets) throws IOException {
        List<String> rows = new ArrayList<>();
        rows.add("| set | emergencies marked | usual ones marked | handout right | handout wrong |");
        rows.add("|---|---|---|---|---|");
        Map<String, Score> byLanguage = new TreeMap<>();
        for (Path set : list(sets)) {
            Score score = new Score();
            for (String line : Files.readAllLines(set)) {
                JsonNode labelled = JSON.readTree(line);
                add(labelled, score);
                add(labelled, byLanguage.computeIfAbsent(language(labelled), language -> new Score()));
            }
            rows.add("| " + set.getFileName().toString().replace(".jsonl", "") + " | " + score + " |");
        }
        byLanguage.forEach((language, score) -> rows.add("| **all in " + language + "** | " + score + " |"));
        return String.join("\n", rows);
    }

    private void add(JsonNode labelled, Score score) {
        String message = labelled.path("message").asString("");
        score.urgency(
                labelled.path("urgent").asBoolean(false),
                redFlags.screen(message).urgent());
        if (labelled.has("expected_procedure")) {
            String chosen = labelled.path("procedure_interest").asString("");
            Match match = matcher.match(new Question(message, chosen, null));
            String expected = labelled.path("expected_procedure").toString();
            score.handout(expected.contains("\"" + procedure(match) + "\""), match instanceof Match.Summary);
        }
    }

    private static String procedure(Match match) {
        if (match instanceof Match.Summary summary) {
            return summary.procedureId();
        }
        return match instanceof Match.GeneralLeaflet ? "general" : "none";
    }

    private static String language(JsonNode labelled) {
        String message = labelled.path("message").asString("");
        long spanish = SPANISH.matcher(message).results().count();
        return spanish > ENGLISH.matcher(message).results().count() ? "Spanish" : "English";
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> sets = Files.list(folder)) {
            return sets.filter(set -> set.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
    }
}
