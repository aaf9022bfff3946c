package org.foramen.content;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.foramen.content.approval.TextApproval;
import org.foramen.content.file.InvalidContent;
import org.foramen.content.file.Problems;
import org.foramen.content.handout.EducationSummary;
import org.foramen.content.handout.HandoutFile;
import org.foramen.content.wording.Placeholders;

/** Reads the handouts of a content folder, and notes what is wrong in them. */
final class LibraryReader {

    private final Path root;
    private final List<String> languages;
    private final Map<String, Placeholders> placeholders;
    private final Problems problems;
    private final List<TextApproval> approvals = new ArrayList<>();

    LibraryReader(Path root, List<String> languages, Map<String, Placeholders> placeholders, Problems problems) {
        this.root = root;
        this.languages = languages;
        this.placeholders = placeholders;
        this.problems = problems;
    }

    /** By procedure and language; a procedure is there too when none of its handouts can be read. */
    Map<String, Map<String, EducationSummary>> procedures() {
        Map<String, Map<String, EducationSummary>> procedures = new LinkedHashMap<>();
        for (Path procedure :
                problems.of(() -> subfolders(root.resolve("procedures"))).orElse(List.of())) {
            procedures.put(procedure.getFileName().toString(), handouts(procedure));
        }
        return procedures;
    }

    /** The leaflet for everyone, by language. */
    Map<String, EducationSummary> general() {
        return handouts(root.resolve("general"));
    }

    /** Of all that was read. */
    List<TextApproval> approvals() {
        return approvals;
    }

    private Map<String, EducationSummary> handouts(Path folder) {
        String id = folder.getFileName().toString();
        Map<String, EducationSummary> byLanguage = new LinkedHashMap<>();
        for (String language : languages) {
            Path file = folder.resolve(language + ".md");
            Placeholders facts = requireNonNull(placeholders.get(language));
            problems.in(() -> new HandoutFile(file, facts, problems).read().ifPresent(summary -> {
                requirePlace(file, summary, id, language);
                byLanguage.put(language, summary);
                approvals.add(new TextApproval(root.relativize(file).toString(), summary.approval()));
            }));
        }
        return byLanguage;
    }

    private static void requirePlace(Path file, EducationSummary summary, String id, String language) {
        if (!summary.id().equals(id) || !summary.language().equals(language)) {
            throw new InvalidContent(
                    file, 2, "id must be '%s' and language '%s', as in the file's place".formatted(id, language));
        }
    }

    private static List<Path> subfolders(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new InvalidContent(folder, "this folder is missing or cannot be read");
        }
    }
}
