package org.foramen.content;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.foramen.content.file.InvalidContent;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value of the clinic's file that no page or mail could use is refused where it stands. */
class ClinicFileTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name | `\"A\\r\\nBcc: x@y.example\"` | name must be a name on one line",
                "name | `\"\\0\"` | name must be a name on one line",
                "name | `\"\"` | name must be a name on one line",
                "doctor | `\"Dr.\\nKim\"` | doctor must stand on one line",
                "phone | abc | phone must be a telephone number",
                "phone | 911 | phone must be a telephone number",
                "phone | 1e5 | phone must be a telephone number",
                "phone | `\"javascript:5551234567\"` | phone must be a telephone number",
                "site | https://user:pw@x.example | site must be an address",
                "site | `\"https://[\"` | site must be an address",
                "privacyPractices | `\"javascript:alert(1)\"` | privacyPractices must be an address",
                "privacyPractices | /privacy | privacyPractices must be an address",
                "privacyPractices | `\"\"` | privacyPractices must be an address",
                "timeZone | `\"\"` | this value cannot stand here",
                "answerWithin | `\"\"` | answerWithin must be a time",
                "mode | `\"\"` | this value cannot stand here",
                "retentionDays | 90.5 | this value cannot stand here",
                "retentionDays | `\"\"` | this value cannot stand here"
            })
    void isNamed(String entry, String value, String problem) {
        ContentCopy content = ContentCopy.in(folder)
                .change("clinic.yml", yaml -> yaml.replaceFirst("(?m)^( *" + entry + "):.*$", "$1: " + escaped(value)));

        assertSays(content, problem);
    }

    @ParameterizedTest
    @CsvSource({"inbox: other@clinic.example", "routes: []", "retentionDays: 30"})
    void anEntryThatStandsThereTwiceIsRefused(String again) {
        ContentCopy content = ContentCopy.in(folder).change("clinic.yml", yaml -> yaml + "\n" + again + "\n");

        assertSays(content, again.substring(0, again.indexOf(':')));
    }

    private static void assertSays(ContentCopy content, String problem) {
        assertThatExceptionOfType(InvalidContent.class)
                .isThrownBy(content::load)
                .withMessageStartingWith(content.folder().resolve("clinic.yml") + ", line ")
                .withMessageContaining(problem);
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\");
    }
}
