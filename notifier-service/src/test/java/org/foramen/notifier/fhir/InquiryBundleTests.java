package org.foramen.notifier.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foramen.notifier.fhir.KnownInquiries.asking;
import static org.foramen.notifier.fhir.KnownInquiries.known;
import static org.foramen.notifier.fhir.KnownInquiries.mail;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.foramen.content.ClinicContent;
import org.foramen.content.profile.ClinicProfile;
import org.foramen.contract.Consent;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Suspicion;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.cases.CaseState;
import org.foramen.notifier.cases.CloseReason;
import org.foramen.notifier.delivery.Audience;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server of FHIR R4 is given about an inquiry; HAPI's validator says whether it is FHIR. */
class InquiryBundleTests {

    private static final Instant NOW = Instant.parse("2026-11-29T09:00:00Z");
    private static final ClinicContent CONTENT = ClinicContent.load(Path.of("../content"));
    private static final InquiryBundle BUNDLE = new InquiryBundle(CONTENT);

    @ParameterizedTest
    @MethodSource("everyKind")
    void isValid(KnownInquiry known) {
        assertThat(Hapi.remarks(BUNDLE.of(known, NOW))).isEmpty();
    }

    @Test
    void theValidatorHoldsAnswersAgainstTheForm() {
        String json = BUNDLE.of(known(KnownInquiries.full()), NOW);

        assertThat(Hapi.remarks(json.replace("\"longer\"", "\"forever\""))).anyMatch(one -> one.contains("forever"));
        assertThat(Hapi.remarks(json.replace("\"howLong\"", "\"howlong\""))).anyMatch(one -> one.contains("howlong"));
    }

    static Stream<Arguments> everyKind() {
        InquiryReceived full = KnownInquiries.full();
        InquiryReceived minimal = KnownInquiries.minimal();
        return Stream.of(
                argumentSet("minimal", known(minimal)),
                argumentSet("full", known(full)),
                argumentSet("an emergency in Spanish", known(Inquiries.urgent(full, "no siento la entrepierna"))),
                argumentSet("a crisis", known(Inquiries.inCrisis(full))),
                argumentSet("to call today", known(Inquiries.flagged(full, "fever", "call-today"))),
                argumentSet("suspected spam", known(Inquiries.suspected(full))),
                argumentSet(
                        "mails of every kind", known(full, CaseState.TRIED, null, KnownInquiries.mailsOfEveryKind())),
                argumentSet("not mailed yet", known(full, CaseState.NEW, null, List.of())),
                argumentSet("reached", known(full, CaseState.REACHED, null, List.of())),
                argumentSet("closed as spam", known(full, CaseState.CLOSED, CloseReason.SPAM, List.of())),
                argumentSet("for somebody else", known(KnownInquiries.forSomebodyElse())),
                argumentSet("from before the board", new KnownInquiry(full, null, null, List.of())),
                argumentSet("no question", known(asking("Ana", "en", ""))),
                argumentSet("no language named", known(asking("Ana", "und", "Hola"))),
                argumentSet("Chinese in its own letters", known(asking("王小明", "zh-Hant-TW", "我的背很痛"))),
                argumentSet("Mexican Spanish", known(asking("Ana", "es-MX", "Hola"))),
                argumentSet("Haitian", known(asking("Ana", "ht", "Bonjou"))),
                argumentSet("Armenian", known(asking("Անի", "hy", "Ցավում է"))),
                argumentSet("a language of three letters", known(asking("Ana", "yue", "Hola"))),
                argumentSet("from the right", known(asking("\u202Eنور‏", "ar", "هل العملية آمنة؟"))),
                argumentSet("mark-up", known(asking("<b>Ana</b>", "en", "<script>alert(1)</script> & ]]> \"x\""))),
                argumentSet("nothing but space", known(asking("Ana", "en", "\u00A0 \t\n"))),
                argumentSet(
                        "what no text may hold",
                        known(asking("A\u0000n\u0007a\uD800", "en", "\u001B[31m\r\n\uFFFF\uDC00 \uD83D\uDE00"))));
    }

    @ParameterizedTest
    @CsvSource({
        "NEW, , requested, new",
        "TAKEN, , accepted, taken",
        "TRIED, , in-progress, tried",
        "REACHED, , completed, reached",
        "CLOSED, ANSWERED, completed, closed",
        "CLOSED, SPAM, cancelled, closed",
        "CLOSED, DUPLICATE, cancelled, closed",
        "CLOSED, NOT_OURS, cancelled, closed"
    })
    void theTaskSaysHowFarTheCaseIs(CaseState state, @Nullable CloseReason reason, String status, String business) {
        JsonNode task = the("Task", known(KnownInquiries.full(), state, reason, List.of()));

        assertThat(task.at("/status").asString()).isEqualTo(status);
        assertThat(task.at("/businessStatus/coding/0/code").asString()).isEqualTo(business);
        assertThat(task.at("/statusReason/text").asString("")).isEqualTo(reason == null ? "" : reason.wireName());
        assertThat(task.at("/restriction/period/end").asString()).isEqualTo("2026-11-22T19:30:05.123456Z");
    }

    @ParameterizedTest
    @EnumSource
    void aDoubtIsSaidInWordsAndNotInItsCode(Suspicion doubt) {
        JsonNode note =
                the("Task", known(KnownInquiries.full().suspectedOf(doubt))).at("/note/0/text");

        assertThat(note.asString()).matches("Look twice: \\p{Lu}.*[.]").doesNotContain(doubt.wireName());
    }

    @ParameterizedTest
    @CsvSource({
        "OWED, , preparation, false",
        "ATTEMPTING, , in-progress, false",
        "DEFERRED, , in-progress, false",
        "SENT, , completed, true",
        "REFUSED, , stopped, false",
        "UNACCEPTABLE, , stopped, false",
        "BOUNCED, , stopped, true",
        "EXPIRED, , stopped, false",
        "UNKNOWN, , unknown, false",
        "WITHHELD, NO_CONSENT, not-done, false",
        "WITHHELD, TOO_MANY, on-hold, false"
    })
    void eachMailSaysWhatBecameOfIt(State state, @Nullable Reason reason, String status, boolean sent) {
        JsonNode mail = the(
                "Communication",
                known(KnownInquiries.full(), CaseState.NEW, null, List.of(mail(Audience.PATIENT, state, reason))));

        assertThat(mail.at("/status").asString()).isEqualTo(status);
        assertThat(mail.has("sent")).isEqualTo(sent);
        assertThat(mail.at("/statusReason/text").asString(""))
                .isEqualTo(
                        switch (state) {
                            case OWED, ATTEMPTING, SENT -> "";
                            case WITHHELD -> reason.words();
                            default -> state.wireName() + ": 550 5.1.1";
                        });
    }

    @Test
    void anEmergencyInSpanishComesFirst() {
        KnownInquiry known = known(Inquiries.urgent(KnownInquiries.full(), "no siento la entrepierna"));

        assertThat(the("Task", known).at("/priority").asString()).isEqualTo("stat");
        assertThat(the("Task", known).at("/reasonCode/text").asString())
                .isEqualTo("Signs in the message (emergency): saddle-numbness");
        assertThat(the("Task", known).at("/description").asString()).isEqualTo("Call now, in Spanish");
        assertThat(the("Communication", known).at("/priority").asString()).isEqualTo("stat");
        assertThat(the("QuestionnaireResponse", known).at("/language").asString())
                .isEqualTo("es");
        assertThat(the("Patient", known)
                        .at("/communication/0/language/coding/0/code")
                        .asString())
                .isEqualTo("es");
    }

    @Test
    void whoWritesForSomebodyElseIsNotThePatient() {
        KnownInquiry known = known(KnownInquiries.forSomebodyElse());

        assertThat(the("Patient", known).has("name")).isFalse();
        assertThat(the("Patient", known).has("telecom")).isFalse();
        assertThat(the("RelatedPerson", known).at("/name/0/text").asString()).isEqualTo("Jorge Luna");
        for (JsonNode said : List.of(
                the("QuestionnaireResponse", known).at("/author"),
                the("Task", known).at("/requester"),
                the("Consent", known).at("/performer/0"))) {
            assertThat(said)
                    .isEqualTo(JsonMapper.shared().valueToTree(known.writer().reference()));
        }
    }

    @Test
    void whoDidNotAgreeToEmailHasNoConsentAndNoAddressToWriteTo() {
        InquiryReceived silent = Inquiries.agreeing(KnownInquiries.full(), new Consent(false, "2026-11-28", "es"));

        assertThat(resources(known(silent)))
                .noneMatch(one -> one.at("/resourceType").asString().equals("Consent"));
        assertThat(the("Patient", known(silent)).at("/telecom").findValuesAsString("system"))
                .containsExactly("phone");
    }

    @Test
    void aConsentFromBeforeTheLogIsTheOneThatTheInquiryTells() {
        JsonNode consent = the("Consent", new KnownInquiry(KnownInquiries.full(), null, null, List.of()));

        assertThat(consent.at("/dateTime").asString()).isEqualTo(KnownInquiries.CAME.toString());
        assertThat(consent.at("/policy/0/uri").asString()).isEqualTo("urn:foramen:consent-wording:2026-11-28");
        assertThat(consent.at("/language").asString()).isEqualTo("es");
    }

    @Test
    void sentTwiceItDoublesNothingAndEachReferenceLeadsSomewhere() {
        JsonNode bundle = bundle(known(
                KnownInquiries.forSomebodyElse(),
                CaseState.NEW,
                null,
                List.of(mail(Audience.CLINIC, State.SENT, null), mail(Audience.PATIENT, State.OWED, null))));
        Set<String> places = new HashSet<>();
        Set<String> conditions = new HashSet<>();

        for (JsonNode entry : bundle.at("/entry")) {
            JsonNode identifier = entry.at("/resource/identifier").isArray()
                    ? entry.at("/resource/identifier/0")
                    : entry.at("/resource/identifier");
            String type = entry.at("/resource/resourceType").asString();
            String condition = entry.at("/request/ifNoneExist").asString();
            places.add(entry.at("/fullUrl").asString());
            assertThat(entry.at("/request/url").asString()).isEqualTo(type);
            assertThat(condition)
                    .as("it finds what the same entry made before")
                    .isEqualTo("identifier=" + identifier.at("/system").asString() + "|"
                            + identifier.at("/value").asString());
            assertThat(conditions.add(type + "?" + condition)).isTrue();
        }
        assertThat(places).hasSameSizeAs(conditions);
        assertThat(bundle.findValuesAsString("reference")).isNotEmpty().isSubsetOf(places);
    }

    @Test
    void aClinicWithoutASiteIsKnownByItsTelephone() {
        String json = new InquiryBundle(withoutSite()).of(known(KnownInquiries.minimal()), NOW);

        assertThat(Hapi.remarks(json)).isEmpty();
        assertThat(json).contains("\"identifier=urn:ietf:rfc:3986|tel:%2B13104239716\"");
    }

    private static ClinicContent withoutSite() {
        ClinicProfile clinic = CONTENT.clinic();
        ClinicProfile nowhere = new ClinicProfile(
                clinic.name(),
                clinic.doctor(),
                clinic.phone(),
                clinic.address(),
                clinic.city(),
                "",
                clinic.officeHours(),
                clinic.retentionDays(),
                clinic.privacyPractices(),
                clinic.languages(),
                clinic.inbox(),
                clinic.fallbackInbox(),
                clinic.urgent(),
                clinic.from(),
                clinic.fromName(),
                clinic.operator(),
                clinic.clinicMail(),
                clinic.routes(),
                clinic.theme());
        return new ClinicContent(
                CONTENT.folder(),
                nowhere,
                CONTENT.clinicCertificates(),
                CONTENT.hours(),
                CONTENT.wording(),
                CONTENT.library(),
                CONTENT.approvals());
    }

    private static JsonNode the(String type, KnownInquiry known) {
        return resources(known)
                .filter(one -> one.at("/resourceType").asString().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> resources(KnownInquiry known) {
        return bundle(known).at("/entry").valueStream().map(entry -> entry.at("/resource"));
    }

    private static JsonNode bundle(KnownInquiry known) {
        return JsonMapper.shared().readTree(BUNDLE.of(known, NOW));
    }
}
