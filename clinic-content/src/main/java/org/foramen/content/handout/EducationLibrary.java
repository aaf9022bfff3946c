package org.foramen.content.handout;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All handouts of the clinic, by procedure and language, and the general leaflet. */
public final class EducationLibrary {

    /** What the leaflet for everyone is called in addresses and on files. */
    public static final String GENERAL = "general";

    private final String defaultLanguage;
    private final Map<String, Map<String, EducationSummary>> procedures;
    private final Map<String, EducationSummary> general;

    public EducationLibrary(
            String defaultLanguage,
            Map<String, Map<String, EducationSummary>> procedures,
            Map<String, EducationSummary> general) {
        this.defaultLanguage = defaultLanguage;
        this.procedures = new LinkedHashMap<>(procedures);
        this.general = Map.copyOf(general);
    }

    /** The ids of the procedures that there are handouts of, in alphabetical order. */
    public List<String> procedures() {
        return List.copyOf(procedures.keySet());
    }

    public boolean has(String procedure) {
        return procedures.containsKey(procedure);
    }

    /** What each procedure is called in any language, by its handouts. */
    public Map<String, List<String>> names() {
        Map<String, List<String>> names = new LinkedHashMap<>();
        procedures.forEach((procedure, languages) -> names.put(
                procedure,
                languages.values().stream()
                        .map(EducationSummary::about)
                        .flatMap(about -> Stream.concat(about.names().stream(), about.aliases().stream()))
                        .toList()));
        return names;
    }

    /** The handout of a procedure in a language, else in the clinic's first; empty when the library has none of it. */
    public Optional<EducationSummary> find(String procedure, String language) {
        return Optional.ofNullable(procedures.get(procedure)).map(languages -> in(languages, language));
    }

    /** The handout of that name in addresses, the leaflet for everyone too; otherwise as {@link #find}. */
    public Optional<EducationSummary> named(String id, String language) {
        return id.equals(GENERAL) ? Optional.of(general(language)) : find(id, language);
    }

    /** The leaflet for everyone whose question names no one procedure. */
    public EducationSummary general(String language) {
        return in(general, language);
    }

    /** Every handout in every language. */
    public List<EducationSummary> all() {
        List<EducationSummary> all = new ArrayList<>(general.values());
        procedures.values().forEach(languages -> all.addAll(languages.values()));
        return all;
    }

    private EducationSummary in(Map<String, EducationSummary> languages, String language) {
        EducationSummary own = languages.get(language);
        return own != null ? own : requireNonNull(languages.get(defaultLanguage));
    }
}
