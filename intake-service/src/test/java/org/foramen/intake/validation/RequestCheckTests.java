package org.foramen.intake.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.foramen.content.ClinicContent;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RequestCheckTests {

    private static final ClinicContent CONTENT = ClinicContent.load(Path.of("../content"));
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void aGoodRequestIsTakenInTheFormThatTravels() {
        CheckedInquiry inquiry = check(
                """
                {"kind": "considering-procedure", "procedure": "foraminotomy", "region": "neck", "name": " Ana Ruiz ",
                 "email": "ana@Example.com ", "phone": "(310) 555-0112", "preferredContact": "phone",
                 "preferredLanguage": "es", "message": "uno\\r\\ndos", "consentToEmail": true}
                """);

        assertThat(inquiry.person().name()).isEqualTo("Ana Ruiz");
        assertThat(inquiry.person().email()).isEqualTo("ana@example.com");
        assertThat(inquiry.person().phone()).isEqualTo("+13105550112");
        assertThat(inquiry.message()).isEqualTo("uno\ndos");
        assertThat(inquiry.consentToEmail()).isTrue();
    }

    @Test
    void whatIsNotSaidHasAPlainMeaning() {
        CheckedInquiry inquiry = check(
                """
                {"kind": "contact", "name": "Ana", "phone": "310-555-0112", "message": "Hi"}
                """);

        assertThat(inquiry.procedure()).isNull();
        assertThat(inquiry.region()).isEqualTo(Region.UNSPECIFIED);
        assertThat(inquiry.person().preferredContact()).isEqualTo(ContactChannel.PHONE);
        assertThat(inquiry.person().preferredLanguage()).isEqualTo("en");
        assertThat(inquiry.consentToEmail()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Nguyễn Thị Hồng", "김민수", "فاطمة", "<b>Lance</b> Drummond", "Bree 🌸 Salonga", "O'Neill-Đỗ"})
    void aNameIsTakenInAnyScript(String name) {
        assertThat(check(good().put("name", name)).person().name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00a0",
                "\ufeff",
                "\u200b",
                "\u200e",
                "\u2069",
                "\ufe0f",
                "\u3000",
                "\u00ad",
                "\u202c",
                "\u034f",
                "\u180e",
                "\ufffb",
                "\udb40\udc41",
                "\u17b4",
                "\ufffc",
                "\u0085"
            })
    void whatNobodySeesIsTakenOffEveryFieldOfOneLine(String unseen) {
        CheckedInquiry inquiry = check(good().put("name", unseen + "Ana" + unseen)
                .put("email", unseen + "ana@example.com" + unseen)
                .put("phone", unseen + "310-555-0112" + unseen)
                .put("preferredLanguage", unseen + "es" + unseen)
                .put("region", unseen + "neck" + unseen));

        assertThat(inquiry.person().name()).isEqualTo("Ana");
        assertThat(inquiry.person().email()).isEqualTo("ana@example.com");
        assertThat(inquiry.person().phone()).isEqualTo("+13105550112");
        assertThat(inquiry.person().preferredLanguage()).isEqualTo("es");
        assertThat(inquiry.region()).isEqualTo(Region.NECK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200b",
                "\u3164",
                "\u00a0",
                "\u200f",
                "\u2800",
                "\u202e\u202c",
                "\u034f",
                "\u180b",
                "\udb40\udd00",
                "\u17b5\ufff9",
                "\ufffc",
                "\u0085",
                "\u200d",
                "\u0301\u0308",
                "\u20dd",
                "\ud81b\udfe4",
                "\ud834\udd59",
                "\ud83d",
                "\udc00",
                "\ue000",
                "\uffff"
            })
    void aNameOrAQuestionOfNothingThatCanBeSeenIsMissing(String unseen) {
        assertThat(problems(good().put("name", unseen).put("message", unseen).toString()))
                .extracting(FieldProblem::problem)
                .containsExactly("name.missing", "message.missing");
    }

    @Test
    void aNameKeepsWhatJoinsItsLettersAndLosesWhatTurnsThem() {
        assertThat(check(good().put("name", "Ana \u202eziuR")).person().name()).isEqualTo("Ana ziuR");
        assertThat(check(good().put("name", "👩‍⚕️ Ana")).person().name()).isEqualTo("👩‍⚕️ Ana");
        assertThat(check(good().put("name", "نیلوفر می‌خواهم")).person().name()).isEqualTo("نیلوفر می‌خواهم");
    }

    @Test
    void whatIsPastedFromATableIsTakenWithASpaceBetween() {
        CheckedInquiry inquiry = check(good().put("name", "\tAna\t \tRuiz\t").put("phone", "310\t555\t0112"));

        assertThat(inquiry.person().name()).isEqualTo("Ana Ruiz");
        assertThat(inquiry.person().phone()).isEqualTo("+13105550112");
    }

    @Test
    void halfALetterIsTakenOffForNoOtherProgramTakesIt() {
        CheckedInquiry inquiry = check(good().put("name", "Ana\ud83d").put("message", "My neck \udc00hurts\ud800"));

        assertThat(inquiry.person().name()).isEqualTo("Ana");
        assertThat(inquiry.message()).isEqualTo("My neck hurts");
    }

    @ParameterizedTest
    @CsvSource({
        "und, und",
        "ES, es",
        "es_MX, es-MX",
        "EN-us, en-US",
        "zh-hant-tw, zh-Hant-TW",
        "es-419, es-419",
        "pt, pt"
    })
    void aLanguageIsTakenHoweverItsTagIsWritten(String typed, String tag) {
        assertThat(check(good().put("preferredLanguage", typed)).person().preferredLanguage())
                .isEqualTo(tag);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThat(problems("{}"))
                .extracting(FieldProblem::problem)
                .containsExactly("kind.missing", "name.missing", "preferredContact.missing", "message.missing");
    }

    @Test
    void whatIsWrongInOneWayIsSaidOnce() {
        ObjectNode request = good();
        request.putArray("treatments").add("yoga").add("magnets").add("yoga");

        assertThat(problems(request.toString())).containsExactly(new FieldProblem("treatments", "treatments.unknown"));
    }

    @ParameterizedTest
    @CsvSource({
        "kind, letter, kind.unknown",
        "procedure, brain-surgery, procedure.unknown",
        "procedure, ../../clinic, procedure.unknown",
        "region, knee, region.unknown",
        "name, '  ', name.missing",
        "email, ana@localhost, email.invalid",
        "phone, soon, phone.invalid",
        "preferredContact, pigeon, preferredContact.unknown",
        "preferredLanguage, 'en; drop', preferredLanguage.unknown"
    })
    void aFieldThatBreaksItsRuleIsNamed(String field, String typed, String problem) {
        assertThat(problems(good().put(field, typed).toString())).containsExactly(new FieldProblem(field, problem));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Kevin\r\nBcc: all@example.com", "a\u0000b", "a\u2028b", "a\u0085b", "a\u000bb", "a\u001cb"})
    void aNameThatCouldBreakALineIsRefused(String name) {
        assertThat(problems(good().put("name", name).toString()))
                .containsExactly(new FieldProblem("name", "name.unreadable"));
    }

    @Test
    void lengthsAreCountedInCharactersAsPeopleCountThem() {
        assertThat(check(good().put("name", "🌸".repeat(100)).put("message", "🌸".repeat(5000))))
                .isNotNull();
        assertThat(problems(good().put("name", "🌸".repeat(101))
                        .put("message", "🌸".repeat(5001))
                        .toString()))
                .extracting(FieldProblem::problem)
                .containsExactly("name.too-long", "message.too-long");
    }

    /** The design's rule of ways, row by row: what is given, then what is missing. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
            phone,  310-555-0112,  -,                -,      -
            phone,  310-555-0112,  ana@example.com,  -,      -
            phone,  310-555-0112,  ana@example.com,  true,   -
            phone,  310-555-0112,  -,                true,   email.missing
            phone,  -,             ana@example.com,  true,   phone.missing
            phone,  -,             -,                -,      phone.missing
            phone,  555-0112,      -,                -,      phone.invalid
            phone,  310-555-0112,  ana@,             -,      email.invalid
            email,  -,             ana@example.com,  true,   -
            email,  310-555-0112,  ana@example.com,  true,   -
            email,  -,             ana@example.com,  -,      consentToEmail.missing
            email,  -,             ana@example.com,  false,  consentToEmail.missing
            email,  310-555-0112,  -,                true,   email.missing
            email,  soon,          ana@example.com,  true,   phone.invalid
            -,      -,             ana@example.com,  true,   -
            -,      310-555-0112,  -,                -,      -
            -,      310-555-0112,  ana@example.com,  -,      -
            -,      -,             ana@example.com,  -,      preferredContact.missing
            -,      -,             -,                true,   email.missing
            """)
    void eachWayNeedsWhatItIsAnsweredBy(String way, String phone, String email, Boolean consent, String problem) {
        ObjectNode request = good();
        request.put("preferredContact", way)
                .put("phone", phone)
                .put("email", email)
                .put("consentToEmail", consent);

        ValidationResult result = result(request.toString());

        assertThat(result.<List<String>>fold(
                        valid -> List.of(),
                        problems -> problems.stream().map(FieldProblem::problem).toList()))
                .isEqualTo(problem == null ? List.of() : List.of(problem));
    }

    @Test
    void whoWantsACallNeedsNoAddress() {
        CheckedInquiry inquiry = check(
                """
                {"kind": "contact", "name": "Ana", "phone": "310-555-0112 x 7", "preferredContact": "phone", "message": "Hi"}
                """);

        assertThat(inquiry.person().email()).isNull();
        assertThat(inquiry.person().phone()).isEqualTo("+13105550112;ext=7");
        assertThat(inquiry.consentToEmail()).isFalse();
    }

    @Test
    void whoHasChosenAProcedureNeedNotWriteAWord() {
        assertThat(check(
                                """
                {"kind": "considering-procedure", "procedure": "foraminotomy", "name": "Tunde",
                 "email": "tunde@example.net", "consentToEmail": true, "message": ""}
                """)
                        .message())
                .isEmpty();
    }

    private static ObjectNode good() {
        return (ObjectNode)
                JSON.readTree(
                        """
                {"kind": "contact", "name": "Ana", "email": "ana@example.com", "message": "Hi",
                 "preferredContact": "email", "consentToEmail": true}
                """);
    }

    private static CheckedInquiry check(ObjectNode json) {
        return check(json.toString());
    }

    private static CheckedInquiry check(String json) {
        return ((ValidationResult.Valid) result(json)).inquiry();
    }

    private static List<FieldProblem> problems(String json) {
        return ((ValidationResult.Invalid) result(json)).problems();
    }

    private static ValidationResult result(String json) {
        return RequestCheck.check(JSON.readValue(json, InquiryRequest.class), CONTENT);
    }
}
