package org.foramen.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.util.List;
import java.util.stream.Stream;
import org.foramen.content.file.Mended;
import org.foramen.content.hours.HoursWords;
import org.foramen.content.profile.ClinicProfile;

/** A clinic that is nobody's: stands in for what cannot be used of {@code clinic.yml}, so that the other files are checked. */
final class StandIn {

    private static final String CLINIC =
            """
            name: The clinic
            doctor: the doctor
            phone: 310-555-0100
            address: [the city]
            city: the city
            site: ""
            officeHours:
              timeZone: America/Los_Angeles
              weekly: {monday-friday: "9:00-17:00"}
              holidays: [%1$d-12-25, %2$d-12-25]
              answerWithin: 1 day
              urgentWithin: 30 minutes
            retentionDays: 90
            privacyPractices: https://www.clinic.example/privacy
            languages: %3$s
            inbox: front-desk@clinic.example
            fallbackInbox: office-manager@clinic.example
            from: no-reply@clinic.example
            clinicMail: {mode: full, certificates: ""}
            routes: []
            theme: {logo: "", colour: "#17606a", colourOnDark: "#7cc7d1"}
            """;

    private static final String HOURS =
            """
            days: "{0} to {1}"
            times: "{0} to {1}"
            and: " and "
            day: "{0}"
            date: "EEEE, MMMM d"
            halves: [a.m., p.m.]
            """;

    private StandIn() {}

    /** @param broken the text of {@code clinic.yml}, of which all is taken that can be used; empty where there is no such file */
    static ClinicProfile clinic(Path root, String broken) {
        int year = Year.now().getValue();
        return Mended.read(broken, CLINIC.formatted(year, year + 1, languages(root)), ClinicProfile.class);
    }

    static HoursWords hours(String broken) {
        return Mended.read(broken, HOURS, HoursWords.class);
    }

    /** Those that there is a wording of. */
    private static List<String> languages(Path root) {
        try (Stream<Path> files = Files.list(root.resolve("wording"))) {
            List<String> found = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yml"))
                    .map(name -> name.substring(0, name.length() - ".yml".length()))
                    .sorted()
                    .toList();
            return found.isEmpty() ? List.of("en") : found;
        } catch (IOException e) {
            return List.of("en"); // that they are missing is said where they are read
        }
    }
}
