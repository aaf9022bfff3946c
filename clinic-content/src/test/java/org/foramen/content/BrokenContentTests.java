package org.foramen.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import org.foramen.content.file.InvalidContent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person who edits the content folder is told when something is wrong: the file, the line, and what to do. */
class BrokenContentTests {

    private static final String HANDOUT = "procedures/foraminotomy/en.md";

    @TempDir
    Path folder;

    private ContentCopy content;

    @BeforeEach
    void copy() {
        content = ContentCopy.in(folder);
    }

    @Test
    void aMissingFolderIsNamed() {
        Path missing = folder.resolve("elsewhere").toAbsolutePath();

        assertThatExceptionOfType(InvalidContent.class)
                .isThrownBy(() -> ClinicContent.load(missing))
                .withMessage(missing + ": this folder is missing; set FORAMEN_CONTENT to the clinic's content folder");
    }

    @Test
    void aMissingHandoutIsNamed() throws Exception {
        content.delete("procedures/foraminotomy/es.md");

        assertSays("procedures/foraminotomy/es.md, line 1: this file is missing");
    }

    @Test
    void anUnknownEntryIsNamedWithItsLine() {
        content.change("clinic.yml", yaml -> "fax: 310-555-0100\n" + yaml);

        assertSays("clinic.yml, line 1: nothing is known about 'fax'");
    }

    @Test
    void aMissingEntryIsNamed() {
        content.change("clinic.yml", yaml -> yaml.replaceFirst("(?m)^phone:.*\\R", ""));

        assertSays("clinic.yml, line ", "'phone'");
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        content.change("clinic.yml", yaml -> yaml.replaceFirst("(?m)^inbox:.*$", "inbox: front desk"));

        assertSays("clinic.yml, line ", "inbox must be one e-mail address, such as front-desk@clinic.example");
    }

    @Test
    void aVersionThatTheLedgerCannotKeepIsRefused() {
        content.change(HANDOUT, text -> text.replaceFirst("(?m)^version: .*$", "version: " + "x".repeat(65)));

        assertSays(HANDOUT + ", line ", "version must have no more than 64 characters");
    }

    @Test
    void aLogoThatIsNotThereIsNamed() {
        content.change("clinic.yml", yaml -> yaml.replaceFirst("logo: .*", "logo: brand.png"));

        assertSays("clinic.yml, line ", "the logo 'brand.png' is not in this folder");
    }

    @Test
    void aColourThatIsHardToReadIsRefused() {
        content.change("clinic.yml", yaml -> yaml.replaceFirst("colour: .*", "colour: \"#9adbe8\""));

        assertSays("clinic.yml, line ", "colour is hard to read: choose a darker one");
    }

    @Test
    void aColourThatIsNoneIsRefused() {
        content.change("clinic.yml", yaml -> yaml.replaceFirst("colourOnDark: .*", "colourOnDark: red"));

        assertSays("clinic.yml, line ", "colourOnDark must be a colour such as #17606a");
    }

    @Test
    void brokenYamlIsNamedWithItsLine() {
        content.change("clinic.yml", yaml -> yaml.replaceFirst("(?m)^address:.*$", "address: ["));

        assertSays("clinic.yml, line ", "this is not YAML");
    }

    @Test
    void aHandoutWithoutFrontMatterIsRefused() {
        content.change(HANDOUT, text -> "# Foraminotomy\n");

        assertSays(HANDOUT + ", line 1: a handout begins with front matter between two lines of '---'");
    }

    @Test
    void aHandoutInTheWrongPlaceIsRefused() {
        content.change(HANDOUT, text -> text.replace("id: foraminotomy", "id: laminectomy"));

        assertSays(HANDOUT + ", line 2: id must be 'foraminotomy' and language 'en', as in the file's place");
    }

    @Test
    void aPlaceholderWithATypingErrorIsNamedWithItsLine() {
        content.change(HANDOUT, text -> text + "\nCall {{fone}}.\n");

        assertSays(HANDOUT + ", line ", "{{fone}} is not one of {{city}}, {{clinic}}, ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    approved | approval must be 'pending', or say by, on, reviewBy and sha256
                    { by: "", on: 2026-12-01, reviewBy: 2027-12-01, sha256: x } | by must say who approved it
                    { by: A. Kim, on: 2026-12-01, reviewBy: 2026-12-01, sha256: x } | reviewBy must be a day after the approval
                    { by: A. Kim, on: 2026-12-01, reviewBy: 2027-12-01, sha256: x } | sha256 must be 64 hexadecimal digits
                    { by: A. Kim, on: soon, reviewBy: 2027-12-01, sha256: x } | 'soon' is not a day such as 2026-12-31
                    { by: A. Kim, on: 2026-12-01, reviewBy: 2027-12-01 } | 'sha256'
                    """)
    void anApprovalThatDoesNotSayItAllIsNone(String approval, String problem) {
        content.change(HANDOUT, text -> text.replace("approval: pending", "approval: " + approval));

        assertSays(HANDOUT + ", line ", problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {HANDOUT, "general/es.md", "wording/en.yml", "language/screening/levels.yml"})
    void anApprovalOfAnotherTextIsRefused(String file) {
        String approval = "{ by: A. Kim, on: 2026-12-01, reviewBy: 2027-12-01, sha256: %s }".formatted("0".repeat(64));
        content.change(file, text -> text.replaceFirst("approval: pending", "approval: " + approval));

        assertSays(file + ", line ", "this text has changed since A. Kim approved it on 2026-12-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {HANDOUT, "wording/en.yml", "language/screening/levels.yml"})
    void aTextThatSaysNothingOfItsApprovalIsRefused(String file) {
        content.change(file, text -> text.replace("approval: pending\n", ""));

        assertSays(file + ", line 1: the entry 'approval' is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            textBlock =
                    """
                    {{neck: a; else b | c}} => 'c' does not begin with one of
                    {{neck: a | knee: b | else: c}} => 'knee: b' does not begin with one of
                    {{neck: a | lower-back: b}} => a choice by region ends with 'else: '
                    """)
    void aChoiceByRegionThatCannotBeReadIsNamed(String choice, String problem) {
        content.change(HANDOUT, text -> text + "\nIt hurts " + choice + ".\n");

        assertSays(HANDOUT + ", line ", problem);
    }

    @Test
    void aSourceWithoutAnAddressIsRefused() {
        content.change(HANDOUT, text -> text.replaceFirst("address: \"https:", "address: \"http:"));

        assertSays(HANDOUT + ", line ", "source must have author, title, year and an address");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        content.change("general/en.md", text -> text + "{{fone}}");
        content.change(
                "procedures/laminectomy/es.md",
                text -> text.replace("id: laminectomy", "id: laminectomy\nname: x\nmane: y"));
        content.change("wording/es.yml", text -> text.replaceFirst("(?m)^  send:.*\\R", ""));

        assertThatExceptionOfType(InvalidContent.class)
                .isThrownBy(content::load)
                .satisfies(e -> assertThat(e.getMessage().lines())
                        .hasSize(4)
                        .anyMatch(line -> line.contains("general/en.md") && line.contains("{{fone}}"))
                        .anyMatch(line -> line.endsWith("laminectomy/es.md, line 3: nothing is known about 'name'"))
                        .anyMatch(line -> line.endsWith("laminectomy/es.md, line 4: nothing is known about 'mane'"))
                        .anyMatch(line -> line.endsWith("these texts are missing: send")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(?m)^address:.*$ => address: [", "(?m)^phone:.*$ => ", "timeZone: .* => timeZone: Mars/Olympus"
            })
    void aClinicThatCannotBeReadHidesNothingElse(String change) throws Exception {
        String[] parts = change.split(" => ", -1);
        content.change("clinic.yml", yaml -> yaml.replaceFirst(parts[0], parts[1]))
                .change("hours/es.yml", yaml -> yaml.replaceFirst("(?m)^date:.*$", "date: quando"))
                .change("wording/en.yml", text -> text + "fax: x\n")
                .change(HANDOUT, text -> text + "{{fone}} {{faks}}");
        content.delete("general/es.md");

        assertThat(saidAtOnce())
                .hasSize(6)
                .anyMatch(line -> line.contains("clinic.yml, line "))
                .anyMatch(line -> line.contains("hours/es.yml, line ") && line.contains("date is not a pattern"))
                .anyMatch(
                        line -> line.contains("wording/en.yml, line ") && line.endsWith("nothing is known about 'fax'"))
                .anyMatch(line -> line.contains(HANDOUT + ", line ") && line.contains("{{fone}}"))
                .anyMatch(line -> line.contains(HANDOUT + ", line ") && line.contains("{{faks}}"))
                .anyMatch(line -> line.endsWith("general/es.md, line 1: this file is missing"));
    }

    @Test
    void aDrawingThatIsNotThereIsNamed() throws Exception {
        content.delete("procedures/foraminotomy/opening.svg");

        assertSays("procedures/foraminotomy/opening.svg, line 1: this file is missing");
    }

    @Test
    void aDrawingFromElsewhereIsRefused() {
        content.change(HANDOUT, text -> text.replace("(opening.svg", "(../../clinic.yml"));

        assertSays(HANDOUT, "must be an SVG file beside the handout");
    }

    @Test
    void aTextThatOneLanguageLacksIsNamed() {
        content.change("wording/es.yml", text -> text.replaceFirst("(?m)^  send:.*\\R", ""));

        assertSays("wording/es.yml: these texts are missing: send");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    { when: { urgency: urgent }, to: [] } | route 1 must name one to three inboxes after 'to'
                    { when: { urgency: urgent }, to: [a@b.example, a@b.example] } | route 1 names an inbox twice
                    { when: { urgency: urgent }, to: the nurse } | route 1: 'the nurse' is not an e-mail address
                    { when: {}, to: a@b.example } | route 1 has no condition after 'when'
                    { when: { kind: [] }, to: a@b.example } | route 1 names no kind
                    { when: { language: fr }, to: a@b.example } | route 1: the language 'fr' is not one of en, es, other
                    { when: { kind: sales }, to: a@b.example } | route 1: the kind 'sales' is not one of considering-procedure, contact
                    { when: { weather: bad }, to: a@b.example } | nothing is known about 'weather'; a route may look at kind
                    { when: { procedure: knee }, to: a@b.example } | routes ask for the procedure 'knee', which is not one of
                    """)
    void aRouteThatCannotWorkIsRefused(String route, String problem) {
        content.change("clinic.yml", yaml -> yaml.replaceFirst("(?m)^routes: .*", "routes: [" + route + "]"));

        assertSays("clinic.yml", problem);
    }

    @Test
    void aRouteThatIsNeverTakenIsRefused() {
        String route = "{ when: { urgency: urgent }, to: a@b.example }";
        content.change(
                "clinic.yml", yaml -> yaml.replaceFirst("(?m)^routes: .*", "routes: [" + route + ", " + route + "]"));

        assertSays("clinic.yml, line ", "route 2 is never taken: route 1 fits the same");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    also: [], webhooks: [{ name: telephone, url: "http://alarm.example/", secret: telephone }] | 'http://alarm.example/' is no https address
                    also: [], webhooks: [{ name: telephone, url: alarm.example, secret: telephone }] | 'alarm.example' is no https address
                    also: [], webhooks: [{ name: telephone, url: "https://me:key@alarm.example/", secret: telephone }] | is no https address
                    also: [], webhooks: [{ name: The nurse, url: "https://alarm.example/", secret: telephone }] | 'The nurse' is no name of small letters, digits and dashes
                    also: [], webhooks: [{ name: telephone, url: "https://alarm.example/", secret: whsec_MfKQ9r8GKY }] | the secret of 'telephone' is named by small letters and digits, and is not itself written here
                    also: [], webhooks: [{ name: telephone, url: "https://alarm.example/" }] | the entry 'secret' is missing
                    also: [], webhooks: [{ name: a, url: "https://a.example/", secret: a }, { name: a, url: "https://b.example/", secret: b }] | two webhooks have one name
                    also: [], webhooks: [{ name: a, url: "https://a.example/", secret: a, key: b }] | nothing is known about 'key'
                    also: the nurse | 'the nurse' is not an e-mail address
                    """)
    void aSecondChannelThatCannotWorkIsRefused(String urgent, String problem) {
        content.change(
                "clinic.yml",
                yaml -> yaml.replaceFirst("(?m)^urgent: .*", "urgent: {" + Matcher.quoteReplacement(urgent) + "}"));

        assertSays("clinic.yml, line ", problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "urgent: { also: [] }", "urgent: { also: [], webhooks: [] }"})
    void aSecondChannelNeedNotBeThere(String urgent) {
        content.change("clinic.yml", yaml -> yaml.replaceFirst("(?m)^urgent: .*", urgent));

        assertThat(content.load().clinic().urgentWebhooks()).isEmpty();
    }

    @Test
    void everyEntryOfTheClinicThatCannotBeUsedIsSaidAtOnce() {
        content.change("clinic.yml", yaml -> yaml.replaceFirst("(?m)^inbox:.*$", "inbox: front desk")
                .replaceFirst("(?m)^from:.*$", "from: nobody")
                .replaceFirst("(?m)^retentionDays:.*$", "retentionDays: 0")
                .replaceFirst("(?m)^site:.*$", "site: our site\nfax: 310-555-0100"));

        assertSays(
                "clinic.yml, line ",
                "nothing is known about 'fax'",
                "inbox must be one e-mail address",
                "from must be one e-mail address",
                "retentionDays must be",
                "site must be an address");
    }

    @Test
    void everyPartOfTheClinicThatCannotBeUsedIsSaidAtOnce() {
        content.change("clinic.yml", yaml -> yaml.replaceFirst("(?m)^  colour: .*$", "  colour: teal")
                .replaceFirst("(?m)^urgent: .*$", "urgent: { also: nurse }")
                .replaceFirst("(?m)^phone:", "fax: 310-555-0100\nphone:"));

        assertSays("clinic.yml, line ", "'nurse' is not an e-mail address", "colour must be a colour");
    }

    @Test
    void everySlipInTheOfficeHoursIsSaidAtOnceWithItsLine() throws Exception {
        content.change("clinic.yml", yaml -> yaml.replaceFirst("timeZone: .*", "timeZone: Mars/Olympus")
                .replaceFirst(
                        "weekly: .*",
                        """
                        weekly:
                            monday: "17:00-9:00"
                            tuesday: "9:00-25:00, 8-9"
                            wednesday-thursday: "9:00-12:00, 11:00-17:00"
                            thursday: "9:00-17:00"
                            fryday: "9:00-17:00"\
                        """)
                .replaceFirst("holidays: .*", "holidays: [2026-02-30, 2027-01-01, Christmas]")
                .replaceFirst("(?m)^  answerWithin: .*", "  answerWithin: soon")
                .replaceFirst("(?m)^  urgentWithin: .*", "  urgentWithin: 0 minutes")
                .replaceFirst("(?m)^retentionDays: .*", "retentionDays: ninety")
                .replaceFirst("(?m)^inbox: .*", "inbox: front desk")
                .replaceFirst("mode: full", "mode: open\n  cypher: none"));

        assertSaysOfLines(
                "timeZone: Mars => 'Mars/Olympus' is not a time zone such as America/Los_Angeles",
                "monday: => monday must have hours such as 9:00-17:00, the earlier first, not '17:00-9:00'",
                "tuesday: => tuesday has hours that no clock shows: '9:00-25:00'",
                "tuesday: => tuesday has hours that no clock shows: '8-9'",
                "wednesday-thursday: => wednesday-thursday has hours that meet or are out of order",
                "    thursday: => thursday names thursday twice",
                "fryday: => fryday must name days",
                "holidays: => '2026-02-30' is not a day such as 2026-12-31",
                "holidays: => 'Christmas' is not a day such as 2026-12-31",
                "answerWithin: => answerWithin must be a time such as '1 day', '8 hours' or '30 minutes', not 'soon'",
                "urgentWithin: => urgentWithin must be a time such as",
                "retentionDays: => 'ninety' is not a whole number",
                "retentionDays: => retentionDays must be a number of days",
                "inbox: => inbox must be one e-mail address",
                "mode: => 'open' is not one of full, smime",
                "cypher: => nothing is known about 'cypher'");
    }

    @Test
    void hoursOnOneLineAreNamedByThatLine() throws Exception {
        content.change(
                "clinic.yml",
                yaml -> yaml.replaceFirst("weekly: .*", "weekly: {monday: \"9-17\", friday: \"17:00-9:00\"}"));

        assertSaysOfLines("weekly: => monday has hours", "weekly: => friday must have hours");
    }

    @Test
    void everyEntryThatIsMissingIsSaidAtOnceBesideTheOthers() throws Exception {
        content.change("clinic.yml", yaml -> yaml.replaceFirst("(?m)^doctor: .*\\R", "")
                .replaceFirst("(?m)^phone: .*", "phone:")
                .replaceFirst("(?m)^city: .*", "city: [Los Angeles]")
                .replaceFirst("timeZone: .*", "")
                .replaceFirst("(?m)^routes: .*", "routes: none")
                .replaceFirst("(?m)^  colour: .*", "  colour: red"));

        assertThat(saidAtOnce())
                .anyMatch(line -> line.endsWith("the entry 'doctor' is missing"))
                .anyMatch(line -> line.endsWith("the entry 'phone' is missing"))
                .anyMatch(line -> line.endsWith("'city' must be a list or entries of its own"))
                .anyMatch(line -> line.endsWith("the entry 'timeZone' is missing"))
                .anyMatch(line -> line.contains("routes"))
                .anyMatch(line -> line.contains("colour must be a colour"));
    }

    /** Each as {@code the first line that has this => what is said of it}. */
    private void assertSaysOfLines(String... sayings) throws IOException {
        Path file = content.folder().resolve("clinic.yml");
        List<String> lines = Files.readAllLines(file);
        List<String> said = saidAtOnce();
        for (String saying : sayings) {
            String[] parts = saying.split(" => ", 2);
            int line = 1;
            while (lines.get(line - 1).startsWith("#") || !lines.get(line - 1).contains(parts[0])) {
                line++;
            }
            String start = "%s, line %d: %s".formatted(file, line, parts[1]);
            assertThat(said).as(saying).anyMatch(one -> one.startsWith(start));
        }
        assertThat(said).hasSameSizeAs(sayings);
    }

    private List<String> saidAtOnce() {
        try {
            content.load();
        } catch (InvalidContent e) {
            return String.valueOf(e.getMessage()).lines().toList();
        }
        return List.of();
    }

    private void assertSays(String... parts) {
        assertThatExceptionOfType(InvalidContent.class)
                .isThrownBy(content::load)
                .satisfies(e -> assertThat(e.getMessage())
                        .startsWith(content.folder() + "/" + parts[0])
                        .contains(parts));
    }
}
