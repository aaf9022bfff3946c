package org.foramen.content;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.foramen.content.file.InvalidContent;
import org.foramen.content.file.TextFile;
import org.foramen.content.file.Yaml;
import org.foramen.content.handout.EducationLibrary;
import org.foramen.content.handout.EducationSummary;
import org.foramen.content.handout.HandoutFile;
import org.foramen.content.hours.HoursProse;
import org.foramen.content.hours.HoursWords;
import org.foramen.content.hours.OfficeHours;
import org.foramen.content.profile.CertificateFile;
import org.foramen.content.profile.ClinicMailMode;
import org.foramen.content.profile.ClinicMailProtection;
import org.foramen.content.profile.ClinicProfile;
import org.foramen.content.profile.Theme;
import org.foramen.content.route.Routes;
import org.foramen.content.wording.Placeholders;
import org.foramen.content.wording.Wording;

/**
 * The content folder, read and checked whole.
 *
 * @param clinic from {@code clinic.yml}
 * @param clinicCertificates those that mail to the clinic is encrypted to; none in full mode
 * @param hours how each language says hours, by {@code hours/<language>.yml}
 * @param wording from {@code wording/<language>.yml}, by language
 * @param library from {@code procedures/<id>/<language>.md} and {@code general/<language>.md}
 */
public record ClinicContent(
        ClinicProfile clinic,
        List<X509Certificate> clinicCertificates,
        Map<String, HoursProse> hours,
        Map<String, Wording> wording,
        EducationLibrary library) {

    /** @throws InvalidContent naming the file and the line of the first thing that is wrong */
    public static ClinicContent load(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(root)) {
            throw new InvalidContent(
                    root, "this folder is missing; set FORAMEN_CONTENT to the clinic's content folder");
        }
        Path clinicFile = root.resolve("clinic.yml");
        ClinicProfile clinic = Yaml.read(clinicFile, TextFile.text(clinicFile), 0, ClinicProfile.class);
        requireLogo(clinicFile, clinic.theme());
        Map<String, HoursProse> hours = new LinkedHashMap<>();
        Map<String, Placeholders> placeholders = new LinkedHashMap<>();
        for (String language : clinic.languages()) {
            HoursProse prose = hours(root, clinic.officeHours(), language);
            hours.put(language, prose);
            placeholders.put(language, new Placeholders(clinic, language, prose));
        }
        Map<String, Wording> wording = new LinkedHashMap<>();
        for (String language : clinic.languages()) {
            Path file = root.resolve("wording").resolve(language + ".yml");
            Wording words = wording(file, requireNonNull(placeholders.get(language)));
            wording.put(language, words);
            requireSameTexts(file, requireNonNull(wording.get(clinic.defaultLanguage())), words);
        }
        Map<String, Map<String, EducationSummary>> procedures = new LinkedHashMap<>();
        for (Path procedure : subfolders(root.resolve("procedures"))) {
            String id = procedure.getFileName().toString();
            procedures.put(id, handouts(procedure, id, placeholders));
        }
        requireProcedures(clinicFile, clinic.routes(), procedures.keySet());
        Map<String, EducationSummary> general = handouts(root.resolve("general"), "general", placeholders);
        return new ClinicContent(
                clinic,
                certificates(root, clinic.clinicMail()),
                Map.copyOf(hours),
                Map.copyOf(wording),
                new EducationLibrary(clinic.defaultLanguage(), procedures, general));
    }

    /** The words in a person's language, else in the nearest that the clinic has. */
    public Wording wordingIn(String language) {
        return requireNonNull(wording.get(clinic.nearestLanguage(language)));
    }

    /** How a person's language says hours and moments. */
    public HoursProse hoursIn(String language) {
        return requireNonNull(hours.get(clinic.nearestLanguage(language)));
    }

    /** What somebody should look at before long, though nothing of it keeps a service from starting. */
    public List<String> remarks(LocalDate today) {
        return clinic.officeHours().remarks(today);
    }

    private static HoursProse hours(Path root, OfficeHours hours, String language) {
        Path file = root.resolve("hours").resolve(language + ".yml");
        return new HoursProse(hours, Yaml.read(file, TextFile.text(file), 0, HoursWords.class), language);
    }

    private static void requireLogo(Path clinicFile, Theme theme) {
        if (!theme.logo().isEmpty() && !Files.isRegularFile(clinicFile.resolveSibling(theme.logo()))) {
            throw new InvalidContent(clinicFile, "the logo '" + theme.logo() + "' is not in this folder");
        }
    }

    private static void requireProcedures(Path clinicFile, Routes routes, Set<String> known) {
        for (String procedure : routes.procedures()) {
            if (!known.contains(procedure)) {
                throw new InvalidContent(
                        clinicFile,
                        "routes ask for the procedure '%s', which is not one of %s"
                                .formatted(procedure, String.join(", ", known)));
            }
        }
    }

    private static List<X509Certificate> certificates(Path root, ClinicMailProtection clinicMail) {
        return clinicMail.mode() == ClinicMailMode.SMIME
                ? CertificateFile.read(root.resolve(clinicMail.certificates()))
                : List.of();
    }

    private static Wording wording(Path file, Placeholders placeholders) {
        String text = placeholders.fill(file, TextFile.text(file), 0);
        return Yaml.read(file, text, 0, Wording.class);
    }

    private static void requireSameTexts(Path file, Wording first, Wording other) {
        Set<String> missing = new TreeSet<>(first.pages().keySet());
        missing.addAll(first.problems().keySet());
        missing.addAll(first.mail().keySet());
        missing.removeAll(other.pages().keySet());
        missing.removeAll(other.problems().keySet());
        missing.removeAll(other.mail().keySet());
        if (!missing.isEmpty()) {
            throw new InvalidContent(file, "these texts are missing: " + String.join(", ", missing));
        }
    }

    private static Map<String, EducationSummary> handouts(
            Path folder, String id, Map<String, Placeholders> placeholders) {
        Map<String, EducationSummary> byLanguage = new LinkedHashMap<>();
        placeholders.forEach((language, facts) -> {
            Path file = folder.resolve(language + ".md");
            EducationSummary summary = new HandoutFile(file, facts).read();
            if (!summary.id().equals(id) || !summary.language().equals(language)) {
                throw new InvalidContent(
                        file, 2, "id must be '%s' and language '%s', as in the file's place".formatted(id, language));
            }
            byLanguage.put(language, summary);
        });
        return byLanguage;
    }

    private static List<Path> subfolders(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new InvalidContent(folder, "this folder is missing or cannot be read");
        }
    }
}
