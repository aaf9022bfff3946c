package org.foramen.content;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.foramen.content.file.InvalidContent;
import org.foramen.content.file.TextFile;
import org.foramen.content.file.Yaml;
import org.foramen.content.profile.Theme;
import org.foramen.content.route.Routes;
import org.foramen.content.wording.Wording;

/** What files of the content folder must have in common. */
final class ContentChecks {

    private ContentChecks() {}

    static void requireLogo(Path clinicFile, Theme theme) {
        if (!theme.logo().isEmpty() && !Files.isRegularFile(clinicFile.resolveSibling(theme.logo()))) {
            throw new InvalidContent(
                    clinicFile, lineOf("logo", clinicFile), "the logo '" + theme.logo() + "' is not in this folder");
        }
    }

    static void requireProcedures(Path clinicFile, Routes routes, Set<String> known) {
        for (String procedure : routes.procedures()) {
            if (!known.contains(procedure)) {
                throw new InvalidContent(
                        clinicFile,
                        lineOf(procedure, clinicFile),
                        "routes ask for the procedure '%s', which is not one of %s"
                                .formatted(procedure, String.join(", ", known)));
            }
        }
    }

    static void requireSameTexts(Path file, Wording first, Wording other) {
        Set<String> missing = new TreeSet<>();
        addMissing(missing, first.pages(), other.pages());
        addMissing(missing, first.problems(), other.problems());
        addMissing(missing, first.mail(), other.mail());
        addMissing(missing, first.clinic(), other.clinic());
        if (!missing.isEmpty()) {
            throw new InvalidContent(file, "these texts are missing: " + String.join(", ", missing));
        }
    }

    private static int lineOf(String entry, Path file) {
        return Yaml.lineOf(entry, TextFile.text(file)).orElse(1);
    }

    private static void addMissing(Set<String> missing, Map<String, String> first, Map<String, String> other) {
        first.keySet().stream().filter(name -> !other.containsKey(name)).forEach(missing::add);
    }
}
