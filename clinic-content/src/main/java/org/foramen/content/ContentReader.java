package org.foramen.content;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foramen.content.approval.Approval;
import org.foramen.content.approval.Approvals;
import org.foramen.content.approval.SignedText;
import org.foramen.content.approval.TextApproval;
import org.foramen.content.file.InvalidContent;
import org.foramen.content.file.Problems;
import org.foramen.content.file.TextFile;
import org.foramen.content.file.Yaml;
import org.foramen.content.handout.EducationLibrary;
import org.foramen.content.handout.EducationSummary;
import org.foramen.content.hours.HoursProse;
import org.foramen.content.hours.HoursWords;
import org.foramen.content.profile.CertificateFile;
import org.foramen.content.profile.ClinicMailMode;
import org.foramen.content.profile.ClinicMailProtection;
import org.foramen.content.profile.ClinicProfile;
import org.foramen.content.wording.Placeholders;
import org.foramen.content.wording.Wording;

/** Reads a content folder once and notes all that is wrong in it; what cannot be used hides nothing else. */
final class ContentReader {

    private static final String LEVELS = "language/screening/levels.yml";

    private final Path root;
    private final Problems problems;
    private final List<TextApproval> approvals = new ArrayList<>();
    private final Map<String, HoursProse> hours = new LinkedHashMap<>();
    private final Map<String, Placeholders> placeholders = new LinkedHashMap<>();

    ContentReader(Path root, Problems problems) {
        this.root = root;
        this.problems = problems;
    }

    Optional<ClinicContent> read() {
        if (!Files.isDirectory(root)) {
            problems.add(new InvalidContent(
                    root, "this folder is missing; set FORAMEN_CONTENT to the clinic's content folder"));
            return Optional.empty();
        }
        Path clinicFile = root.resolve("clinic.yml");
        ClinicProfile clinic = clinic(clinicFile);
        problems.in(() -> ContentChecks.requireLogo(clinicFile, clinic.theme()));
        clinic.languages().forEach(language -> hours(clinic, language));
        Map<String, Wording> wording = wording(clinic);
        LibraryReader library = new LibraryReader(root, clinic.languages(), placeholders, problems);
        Map<String, Map<String, EducationSummary>> procedures = library.procedures();
        problems.in(() -> ContentChecks.requireProcedures(clinicFile, clinic.routes(), procedures.keySet()));
        Map<String, EducationSummary> general = library.general();
        approvals.addAll(library.approvals());
        problems.in(
                () -> noteApproval(LEVELS, SignedText.read(root.resolve(LEVELS)).approval(Map.of())));
        List<X509Certificate> certificates =
                problems.of(() -> certificates(clinic.clinicMail())).orElse(List.of());
        procedures.values().removeIf(languages -> !languages.containsKey(clinic.defaultLanguage()));
        if (!wording.keySet().containsAll(clinic.languages()) || !general.containsKey(clinic.defaultLanguage())) {
            return Optional.empty();
        }
        return Optional.of(new ClinicContent(
                root,
                clinic,
                certificates,
                Map.copyOf(hours),
                Map.copyOf(wording),
                new EducationLibrary(clinic.defaultLanguage(), procedures, general),
                new Approvals(approvals, Clock.system(clinic.timeZone()))));
    }

    private ClinicProfile clinic(Path file) {
        Optional<String> text = problems.of(() -> TextFile.text(file));
        return text.flatMap(written -> Yaml.read(file, written, 0, ClinicProfile.class, problems))
                .orElseGet(() -> StandIn.clinic(root, text.orElse("")));
    }

    private void hours(ClinicProfile clinic, String language) {
        Path file = root.resolve("hours").resolve(language + ".yml");
        Optional<String> text = problems.of(() -> TextFile.text(file));
        HoursWords words = text.flatMap(written -> Yaml.read(file, written, 0, HoursWords.class, problems))
                .orElseGet(() -> StandIn.hours(text.orElse("")));
        HoursProse prose = new HoursProse(clinic.officeHours(), words, language);
        hours.put(language, prose);
        placeholders.put(language, new Placeholders(clinic, language, prose));
    }

    private Map<String, Wording> wording(ClinicProfile clinic) {
        Map<String, Wording> all = new LinkedHashMap<>();
        for (String language : clinic.languages()) {
            String place = "wording/" + language + ".yml";
            problems.in(() -> {
                SignedText signed = SignedText.read(root.resolve(place));
                wording(root.resolve(place), signed.withoutApproval(), placeholdersIn(language))
                        .ifPresent(words -> all.put(language, words));
                noteApproval(place, signed.approval(Map.of()));
            });
            Wording first = all.get(clinic.defaultLanguage());
            Wording words = all.get(language);
            if (first != null && words != null) {
                problems.in(() -> ContentChecks.requireSameTexts(root.resolve(place), first, words));
            }
        }
        return all;
    }

    private void noteApproval(String place, Approval approval) {
        approvals.add(new TextApproval(place, approval));
    }

    private List<X509Certificate> certificates(ClinicMailProtection clinicMail) {
        return clinicMail.mode() == ClinicMailMode.SMIME
                ? CertificateFile.read(root.resolve(clinicMail.certificates()))
                : List.of();
    }

    private Placeholders placeholdersIn(String language) {
        return requireNonNull(placeholders.get(language));
    }

    private Optional<Wording> wording(Path file, String text, Placeholders placeholders) {
        return Yaml.read(file, placeholders.fill(file, text, 0, problems), 0, Wording.class, problems);
    }
}
