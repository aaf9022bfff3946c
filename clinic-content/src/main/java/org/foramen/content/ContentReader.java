package org.foramen.content;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
import org.foramen.content.handout.HandoutFile;
import org.foramen.content.hours.HoursProse;
import org.foramen.content.hours.HoursWords;
import org.foramen.content.profile.CertificateFile;
import org.foramen.content.profile.ClinicMailMode;
import org.foramen.content.profile.ClinicMailProtection;
import org.foramen.content.profile.ClinicProfile;
import org.foramen.content.wording.Placeholders;
import org.foramen.content.wording.Wording;

/** Reads a content folder once and says all that is wrong in it. */
final class ContentReader {

    private static final String LEVELS = "language/screening/levels.yml";

    private final Path root;
    private final Problems problems = new Problems();
    private final List<TextApproval> approvals = new ArrayList<>();
    private final Map<String, HoursProse> hours = new LinkedHashMap<>();
    private final Map<String, Placeholders> placeholders = new LinkedHashMap<>();

    ContentReader(Path root) {
        this.root = root;
    }

    ClinicContent read() {
        if (!Files.isDirectory(root)) {
            throw new InvalidContent(
                    root, "this folder is missing; set FORAMEN_CONTENT to the clinic's content folder");
        }
        Path clinicFile = root.resolve("clinic.yml");
        ClinicProfile clinic = Yaml.read(clinicFile, TextFile.text(clinicFile), 0, ClinicProfile.class);
        problems.in(() -> ContentChecks.requireLogo(clinicFile, clinic.theme()));
        for (String language : clinic.languages()) {
            problems.in(() -> hours(clinic, language));
        }
        problems.throwIfAny(); // without words for hours no text can be filled
        Map<String, Wording> wording = wording(clinic);
        Map<String, Map<String, EducationSummary>> procedures = new LinkedHashMap<>();
        for (Path procedure :
                problems.of(() -> subfolders(root.resolve("procedures"))).orElse(List.of())) {
            procedures.put(procedure.getFileName().toString(), handouts(procedure, clinic));
        }
        problems.in(() -> ContentChecks.requireProcedures(clinicFile, clinic.routes(), procedures.keySet()));
        Map<String, EducationSummary> general = handouts(root.resolve("general"), clinic);
        problems.in(
                () -> noteApproval(LEVELS, SignedText.read(root.resolve(LEVELS)).approval(Map.of())));
        List<X509Certificate> certificates =
                problems.of(() -> certificates(clinic.clinicMail())).orElse(List.of());
        problems.throwIfAny();
        return new ClinicContent(
                root,
                clinic,
                certificates,
                Map.copyOf(hours),
                Map.copyOf(wording),
                new EducationLibrary(clinic.defaultLanguage(), procedures, general),
                new Approvals(approvals, Clock.system(clinic.timeZone())));
    }

    private void hours(ClinicProfile clinic, String language) {
        Path file = root.resolve("hours").resolve(language + ".yml");
        HoursWords words = Yaml.read(file, TextFile.text(file), 0, HoursWords.class);
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
                all.put(language, wording(root.resolve(place), signed.withoutApproval(), placeholdersIn(language)));
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

    private Map<String, EducationSummary> handouts(Path folder, ClinicProfile clinic) {
        String id = folder.getFileName().toString();
        Map<String, EducationSummary> byLanguage = new LinkedHashMap<>();
        for (String language : clinic.languages()) {
            Path file = folder.resolve(language + ".md");
            problems.in(() -> {
                EducationSummary summary = new HandoutFile(file, placeholdersIn(language)).read();
                if (!summary.id().equals(id) || !summary.language().equals(language)) {
                    throw new InvalidContent(
                            file,
                            2,
                            "id must be '%s' and language '%s', as in the file's place".formatted(id, language));
                }
                byLanguage.put(language, summary);
                noteApproval(root.relativize(file).toString(), summary.approval());
            });
        }
        return byLanguage;
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

    private static Wording wording(Path file, String text, Placeholders placeholders) {
        return Yaml.read(file, placeholders.fill(file, text, 0), 0, Wording.class);
    }

    private static List<Path> subfolders(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new InvalidContent(folder, "this folder is missing or cannot be read");
        }
    }
}
