package org.foramen.content;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foramen.content.approval.Approvals;
import org.foramen.content.file.InvalidContent;
import org.foramen.content.file.Problems;
import org.foramen.content.file.TextFile;
import org.foramen.content.file.Yaml;
import org.foramen.content.handout.EducationLibrary;
import org.foramen.content.hours.HoursProse;
import org.foramen.content.profile.ClinicProfile;
import org.foramen.content.wording.Wording;

/**
 * The content folder, read and checked whole.
 *
 * @param folder where it is
 * @param clinic from {@code clinic.yml}
 * @param clinicCertificates those that mail to the clinic is encrypted to; none in full mode
 * @param hours how each language says hours, by {@code hours/<language>.yml}
 * @param wording from {@code wording/<language>.yml}, by language
 * @param library from {@code procedures/<id>/<language>.md} and {@code general/<language>.md}
 * @param approvals of the handouts, the wording and the levels of red flags
 */
public record ClinicContent(
        Path folder,
        ClinicProfile clinic,
        List<X509Certificate> clinicCertificates,
        Map<String, HoursProse> hours,
        Map<String, Wording> wording,
        EducationLibrary library,
        Approvals approvals) {

    /** @throws InvalidContent naming file and line of each thing that is wrong */
    public static ClinicContent load(Path folder) {
        Problems problems = new Problems();
        Optional<ClinicContent> content = read(folder, problems);
        problems.throwIfAny();
        return content.orElseThrow();
    }

    /** All that can be read of a folder, for checks; empty where a language has no wording, or no leaflet is there. */
    public static Optional<ClinicContent> read(Path folder, Problems problems) {
        return new ContentReader(folder.toAbsolutePath().normalize(), problems).read();
    }

    /** The same with other words. */
    ClinicContent with(Map<String, Wording> others) {
        return new ClinicContent(folder, clinic, clinicCertificates, hours, others, library, approvals);
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
        Path file = folder.resolve("clinic.yml");
        String text = TextFile.text(file);
        return clinic.officeHours().remarks(today).stream()
                .map(remark -> "%s, line %d: %s"
                        .formatted(file, Yaml.lineOf(remark.about(), text).orElse(1), remark.sentence()))
                .toList();
    }
}
