package org.foramen.content.wording;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foramen.content.file.InvalidContent;
import org.foramen.content.file.Problems;
import org.foramen.content.hours.HoursProse;
import org.foramen.content.profile.ClinicProfile;

/** Fills facts of the clinic into texts: {@code {{phone}}} and the like. */
public final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(.*?)}}");

    private final Map<String, String> values;

    public Placeholders(ClinicProfile clinic, String language, HoursProse hours) {
        this.values = Map.of(
                "phone", clinic.phone(),
                "doctor", clinic.doctor().in(language),
                "el doctor", withArticle(clinic.doctor().in(language), "el ", "la "),
                "del doctor", withArticle(clinic.doctor().in(language), "del ", "de la "),
                "city", clinic.city().in(language),
                "clinic", clinic.name(),
                "officeHours", hours.week(),
                "retentionDays", String.valueOf(clinic.retentionDays()),
                "privacyPractices", clinic.privacyPractices());
    }

    /** Spanish says "el Dr." and "la Dra.". */
    private static String withArticle(String doctor, String his, String her) {
        return (doctor.startsWith("Dra") ? her : his) + doctor;
    }

    /**
     * Fills in what a text asks for.
     *
     * @param problems take a note of each placeholder that is not known, which stays as it is
     */
    public String fill(Path file, String text, int linesBefore, Problems problems) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null) {
                int line = linesBefore
                        + 1
                        + (int) text.substring(0, found.start())
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
                String known = String.join("}}, {{", new TreeSet<>(values.keySet()));
                problems.add(new InvalidContent(file, line, "%s is not one of {{%s}}".formatted(found.group(), known)));
            }
            return Matcher.quoteReplacement(value == null ? found.group() : value);
        });
    }
}
