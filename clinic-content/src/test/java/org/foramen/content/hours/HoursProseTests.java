package org.foramen.content.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import org.foramen.content.ClinicContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursProseTests {

    private static final ClinicContent CONTENT = ClinicContent.load(Path.of("../content"));

    @Test
    void theWeekIsSaidInEachLanguage() {
        assertThat(plain(CONTENT.hoursIn("en").week())).isEqualTo("Monday to Friday, 9 a.m. to 5 p.m.");
        assertThat(plain(CONTENT.hoursIn("es").week())).isEqualTo("de lunes a viernes, de 9 a.m. a 5 p.m.");
    }

    @ParameterizedTest(name = "{0} is said as {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-12-01T17:00 | Tuesday, 5 p.m. | el martes, 5 p.m.",
                "2026-12-02T09:30 | Wednesday, 9:30 a.m. | el miércoles, 9:30 a.m.",
                "2026-12-07T12:00 | Monday, 12 p.m. | el lunes, 12 p.m.",
                "2026-12-08T17:00 | Tuesday, December 8, 5 p.m. | el martes 8 de diciembre, 5 p.m.",
                "2026-11-30T17:00 | Monday, November 30, 5 p.m. | el lunes 30 de noviembre, 5 p.m.",
            })
    void aMomentIsSaidByTheNameOfItsDayForItIsReadLater(String moment, String english, String spanish) {
        Instant now = at("2026-12-01T10:00");

        assertThat(plain(CONTENT.hoursIn("en").onDay(at(moment), now))).isEqualTo(english);
        assertThat(plain(CONTENT.hoursIn("es").onDay(at(moment), now))).isEqualTo(spanish);
    }

    private Instant at(String local) {
        return LocalDateTime.parse(local).atZone(CONTENT.clinic().timeZone()).toInstant();
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }
}
