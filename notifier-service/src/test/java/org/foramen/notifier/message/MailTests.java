package org.foramen.notifier.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foramen.content.ClinicContent;
import org.foramen.content.ContentCopy;
import org.foramen.content.handout.EducationSummary;
import org.foramen.content.print.HandoutPdfs;
import org.foramen.contract.Consent;
import org.foramen.contract.ConsentChannel;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Level;
import org.foramen.contract.Suspicion;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.ShippedContent;
import org.foramen.notifier.delivery.Position;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.SentHandout;
import org.foramen.notifier.message.desk.MailLinks;
import org.foramen.notifier.message.desk.ReadyReply;
import org.foramen.notifier.order.Order;
import org.foramen.notifier.order.PatientMailFate;
import org.foramen.notifier.order.PatientMailNews;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;

/** What the mails say, and what may never be in them. */
class MailTests {

    private static final ClinicContent CONTENT = ShippedContent.CONTENT;
    private static final EducationSummary HANDOUT =
            CONTENT.library().find("foraminotomy", "en").orElseThrow();
    private static final MailLinks LINKS = new MailLinks(URI.create("https://console.clinic.example/"));
    private static final Stationery STATIONERY = new Stationery(CONTENT, LINKS);
    private static final PatientMailNews OWED = PatientMailNews.planned(null);
    private static final String INBOX = "front-desk@clinic.example";

    private static final PatientMail PATIENT_MAIL = new PatientMail(STATIONERY, new HandoutPdfs(CONTENT));
    private final ClinicMail clinicMail = new ClinicMail(STATIONERY);
    private final ClinicNotice notice = new ClinicNotice(STATIONERY);

    @Test
    void thePatientGetsALetterWithTheHandoutInShortAndAsAPdf() {
        Mail mail = PATIENT_MAIL.write(Inquiries.number(1), HANDOUT);

        assertThat(mail.to()).isEqualTo("canary1@example.com");
        assertThat(mail.fromName()).isEqualTo("Dr. Kim Spine Care");
        assertThat(mail.replyTo()).isEqualTo(CONTENT.clinic().inbox());
        assertThat(mail.subject()).isEqualTo("We got your question. Here is your handout.");
        assertThat(mail.headers()).containsEntry("Auto-Submitted", "auto-replied");
        assertThat(plain(mail.text()))
                .contains(
                        "A person at our front desk will call you by Monday, 5 p.m.",
                        "Not heard from us by then? Call 310-423-9716 and say 0000-0000.",
                        HANDOUT.mainPoints().get(0),
                        "☐ " + HANDOUT.questions().get(2),
                        "https://ask.clinic.example/handouts/foraminotomy/en")
                .doesNotContain(HANDOUT.questions().get(3), "contact form", "reply to this mail");
        assertThat(mail.html())
                .contains("href=\"tel:911\"", "href=\"tel:988\"", "href=\"tel:711\"", "href=\"tel:+13104239716\"");
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("foraminotomy-en.pdf");
    }

    @Test
    void theLetterSaysThatTheClinicWritesToWhoWantsAMail() {
        Mail mail = PATIENT_MAIL.write(Inquiries.wantsMail(Inquiries.number(1)), HANDOUT);

        assertThat(plain(mail.text()))
                .contains("will email you by Monday, 5 p.m.", "You can also just reply to this mail.");
        assertThat(plain(mail.html())).contains("We will email you by Monday, 5 p.m. Your number is 0000-0000.");
    }

    @Test
    void aLetterWithoutAHandoutPromisesNone() {
        Mail mail = PATIENT_MAIL.write(Inquiries.number(1), null);

        assertThat(mail.subject()).isEqualTo("We got your question.");
        assertThat(mail.text()).doesNotContain("handout");
        assertThat(mail.attachments()).isEmpty();
    }

    /** As a mail that was held back, or that their server put off for days. */
    @ParameterizedTest
    @CsvSource({"en, Not heard from us yet? Call, front desk", "es, ¿Todavía no ha sabido de nosotros? Llame, recepción"
    })
    void aLetterThatGoesWhenTheTimeToAnswerIsOverPromisesNone(String language, String said, String promise) {
        InquiryReceived inquiry = Inquiries.with(1, "ana@example.com", true, language, "Hi");
        EducationSummary handout = CONTENT.library().general(language);

        Mail late = PATIENT_MAIL.write(inquiry, handout, inquiry.receivedAt().plus(Duration.ofDays(4)), false);

        assertThat(late.text()).contains(said, inquiry.id().reference()).doesNotContain(promise);
        assertThat(late.html()).doesNotContain(promise, "\ue001");
        assertThat(PATIENT_MAIL
                        .write(inquiry, handout, inquiry.receivedAt(), false)
                        .text())
                .contains(promise);
    }

    @Test
    void theLeafletHasAPageWithoutAForm() {
        Mail mail = PATIENT_MAIL.write(Inquiries.number(1), CONTENT.library().general("en"));

        assertThat(mail.text()).contains("https://ask.clinic.example/handouts/general/en");
    }

    @Test
    void whereNoPageIsKnownTheLetterPointsToThePdfAlone(@TempDir Path folder) {
        ClinicContent content = ContentCopy.in(folder)
                .change("clinic.yml", yaml -> yaml.replaceFirst("(?m)^site: .*", "site: \"\""))
                .load();
        Mail mail = new PatientMail(new Stationery(content, new MailLinks(null)), new HandoutPdfs(content))
                .write(
                        Inquiries.number(1),
                        content.library().find("foraminotomy", "en").orElseThrow());

        assertThat(mail.text()).contains("The whole handout is attached as a PDF.");
        assertThat(mail.html()).doesNotContain("https://", "Read the whole handout");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void eachSentenceOfALetterStandsThereOnceAndTheSmallPrintIsSmall(String language) {
        for (EducationSummary handout : CONTENT.library().all()) {
            InquiryReceived inquiry = Inquiries.with(1, "ana@example.com", true, language, "Hi");
            String text = plain(PATIENT_MAIL.write(inquiry, handout).text());

            assertThat(text.split("(?<=[.?!:])\\s+|\\n+(- |☐ )?")).doesNotHaveDuplicates();
            String small = text.substring(text.strip().lastIndexOf("\n\n"));
            assertThat(small.split("\\s+")).hasSizeLessThanOrEqualTo(60);
        }
    }

    @Test
    void nothingThatWasTypedReachesThePatientsMail() {
        InquiryReceived inquiry = Inquiries.with(1, "target@example.com", true, "en", "BUY PILLS https://evil.example");

        Mail mail = PATIENT_MAIL.write(inquiry, HANDOUT);

        assertThat(mail.subject() + mail.text() + mail.html() + mail.headers())
                .doesNotContain("Canary", "PILLS", "evil.example", "5550112", "target@");
    }

    @Test
    void aSpanishSpeakerIsAnsweredInSpanish() {
        InquiryReceived inquiry = Inquiries.with(1, "ana@example.com", true, "es-MX", "Hola");

        Mail mail = PATIENT_MAIL.write(
                inquiry, CONTENT.library().find("foraminotomy", "es").orElseThrow());

        assertThat(mail.subject()).isEqualTo("Recibimos su pregunta. Aquí está su folleto.");
        assertThat(plain(mail.html())).contains("lang=\"es\"", "Foraminotomía: lo principal", "a más tardar el lunes");
        assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("foraminotomy-es.pdf");
    }

    @Test
    void anEmergencyComesFirstInBothMailsAndNothingCheerfulFollows() {
        InquiryReceived inquiry = Inquiries.urgent(Inquiries.number(1), "numb between my legs");

        Mail toPatient = PATIENT_MAIL.write(inquiry, HANDOUT);
        Mail toClinic = clinicMail.write(inquiry, INBOX, answer(), OWED);

        assertThat(toPatient.text())
                .startsWith("Some of what you wrote may need care right now.")
                .contains("0000-0000")
                .doesNotContain("main points", "Hello", " by ", "not medical advice", "whole handout");
        assertThat(toPatient.subject()).isEqualTo("About your question: please read this now");
        assertThat(toPatient.html())
                .contains("<span>It may be urgent. Your number is 0000-0000.</span>", ">Please get help now<")
                .contains("A handout is attached, for later.");
        assertThat(toClinic.subject()).isEqualTo("Call now: possible emergency (0000-0000)");
        assertThat(toClinic.headers()).containsEntry("Importance", "high");
        assertThat(toClinic.text())
                .startsWith("May be an emergency: “numb between my legs”.")
                .contains("Call Canary Ruiz now\n");
    }

    @ParameterizedTest
    @EnumSource(
            value = Level.class,
            names = {"CALL_TODAY", "EMERGENCY", "CRISIS"})
    void noLetterThatSendsForHelpBeginsWithTheHandout(Level level) {
        InquiryReceived inquiry = Inquiries.flagged(Inquiries.number(1), "sample", level.wireName());

        Mail letter = PATIENT_MAIL.write(inquiry, HANDOUT);

        assertThat(letter.subject() + plain(letter.html()))
                .doesNotContain("We got your question", "Here is your handout", "General facts");
        assertThat(letter.text().indexOf("handout")).isGreaterThan(letter.text().indexOf("0000-0000"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CRISIS | en | tel:988 Call 988, tel:911 Call 911",
                "CRISIS | es | tel:988 Llamar al 988, tel:911 Llamar al 911",
                "EMERGENCY | en | tel:911 Call 911",
                "EMERGENCY | es | tel:911 Llamar al 911",
                "CALL_TODAY | en | tel:+13104239716 Call 310-423-9716, tel:911 Call 911",
                "USUAL | en | ''"
            })
    void whoMustCallFindsTheButtonsBeforeAnythingElseToRead(Level level, String language, String buttons) {
        InquiryReceived inquiry = Inquiries.flagged(
                Inquiries.with(1, "ana@example.com", true, language, "Canary words"), "sample", level.wireName());

        String html = PATIENT_MAIL.write(inquiry, HANDOUT).html();

        Matcher button = Pattern.compile("<a class=\"help\" href=\"([^\"]+)\"[^>]*>([^<]+)</a>")
                .matcher(html);
        assertThat(button.results().map(found -> found.group(1) + " " + found.group(2)))
                .containsExactly(buttons.isEmpty() ? new String[0] : buttons.split(", "));
        assertThat(html.lastIndexOf("class=\"help\"")).isLessThan(html.lastIndexOf("0000-0000"));
    }

    @Test
    void whoMayWantToDieReads988FirstAndTheFrontDeskReadsHowToSpeak() {
        InquiryReceived inquiry = Inquiries.inCrisis(
                Inquiries.agreeing(Inquiries.number(1), new Consent(true, "1", "en", ConsentChannel.PAGE)));

        Mail toPatient = PATIENT_MAIL.write(inquiry, null);
        Mail toClinic = clinicMail.write(inquiry, INBOX, new Response(null, "", List.of(), null), OWED);

        assertThat(toPatient.text()).startsWith("If the pain makes you feel you can't go on, you are not alone.");
        assertThat(toPatient.attachments()).isEmpty();
        assertThat(toClinic.text())
                .contains("told them to call or text 988", "How to speak", "the nurse on duty takes over");
    }

    @ParameterizedTest
    @CsvSource({
        "PAGE, Our page told them to call 911 and not to wait for us.",
        "API, Our answer said to call 911; we do not know whether they saw it.",
        ", Our answer said to call 911; we do not know whether they saw it."
    })
    void theFrontDeskReadsOnlyWhatIsKnownOfWhatThePersonWasTold(@Nullable ConsentChannel channel, String told) {
        InquiryReceived inquiry = Inquiries.urgent(
                Inquiries.agreeing(Inquiries.number(1), new Consent(true, "1", "en", channel)), "cannot pee");

        assertThat(clinicMail.write(inquiry, INBOX, answer(), OWED).text()).contains("“cannot pee”. " + told);
    }

    /** Their receipt promised an answer; only our mail waits. */
    @Test
    void whoseFormWasSentBeforeIsAPersonToAnswer() {
        InquiryReceived inquiry = Inquiries.number(1);
        Response answer =
                new Response(HANDOUT, "", List.of(Suspicion.FORM_SENT_BEFORE.wireName()), Reason.SUSPECTED_SPAM);

        Mail mail = clinicMail.write(inquiry, INBOX, answer, PatientMailNews.planned(Reason.SUSPECTED_SPAM));

        assertThat(mail.subject()).startsWith("Call: foraminotomy, by Mon 5 PM");
        assertThat(mail.replyTo()).isEqualTo(INBOX);
        assertThat(mail.text())
                .contains("The same form was sent before", "waits until somebody lets it go on the board")
                .doesNotContain("A real person after all");
    }

    @Test
    void theFrontDeskReadsEachOfThePersonsWordsOnce() {
        InquiryReceived inquiry = Inquiries.flagged(
                Inquiries.number(1),
                "from the wound … Fever",
                "fever … back pain",
                "sudden back pain",
                "from the wound");

        assertThat(clinicMail.write(inquiry, INBOX, answer(), OWED).text())
                .contains("“from the wound”, “Fever”, “sudden back pain”");
    }

    @Test
    void theFrontDeskSeesWhatToDoForWhomAndByWhen() {
        Mail mail = clinicMail.write(Inquiries.number(1), INBOX, answer(), OWED);

        assertThat(mail.fromName()).isEqualTo("Web inquiries");
        assertThat(mail.replyTo()).isEqualTo(INBOX);
        assertThat(mail.subject()).isEqualTo("Call: foraminotomy, by Mon 5 PM (0000-0000)");
        assertThat(mail.attachments()).isEmpty();
        assertThat(mail.html())
                .contains(
                        "href=\"tel:+13105550112\"",
                        "href=\"https://console.clinic.example/people/"
                                + Inquiries.number(1).id() + "\"");
        assertThat(plain(mail.text()))
                .startsWith("Call Canary Ruiz\n☎ 310-555-0112\nDue Monday, Nov 23, 5 PM\n")
                .contains(
                        "Canary words",
                        "Neck.",
                        "Our handout “Foraminotomy” will be mailed to them.",
                        "Canary Ruiz · 310-555-0112 · canary1@example.com · received Sun Nov 22, 10:30 AM · 0000-0000")
                .doesNotContain("none", "not said", "Names foraminotomy");
    }

    @Test
    void aReplyGoesToThePersonOnlyWhereTheOrderIsToWriteToThem() {
        InquiryReceived inquiry = Inquiries.wantsMail(Inquiries.with(1, "ana+x@example.com", true, "es", "Hola"));

        Mail mail = clinicMail.write(inquiry, INBOX, answer(), OWED);

        assertThat(mail.replyTo()).isEqualTo("ana+x@example.com");
        assertThat(mail.subject()).isEqualTo("Write, in Spanish: foraminotomy, by Mon 5 PM (0000-0000)");
        assertThat(mail.html())
                .contains(
                        "mailto:ana%2Bx@example.com?subject=Su%20pregunta%20a%20Dr.%20Kim%20Spine%20Care%20%280000-0000%29"
                                + "&amp;body=Hola%2C%20Canary%20Ruiz%3A%0D%0A");
    }

    @ParameterizedTest
    @EnumSource(
            value = Order.class,
            names = {"CALL_NOW", "WRITE_911"})
    void whateverIsWrittenInAnEmergencySaysToCallForHelp(Order order) {
        InquiryReceived urgent = Inquiries.urgent(Inquiries.number(1), "cannot pee");
        InquiryReceived crisis = Inquiries.inCrisis(Inquiries.number(2));

        assertThat(ReadyReply.to(urgent, "ana@example.com", order, CONTENT.wordingIn("en"))
                        .body())
                .contains("call 911");
        assertThat(ReadyReply.to(crisis, "ana@example.com", order, CONTENT.wordingIn("en"))
                        .body())
                .contains("988");
    }

    @Test
    void whoLeftNoNumberInAnEmergencyIsWrittenToWithATextThatIsReady() {
        InquiryReceived inquiry = Inquiries.urgent(
                Inquiries.withoutPhone(Inquiries.with(1, "ana@example.com", false, "es", "No puedo orinar")), "orinar");

        Mail mail = clinicMail.write(
                inquiry,
                INBOX,
                new Response(HANDOUT, "", List.of(), Reason.NO_CONSENT),
                PatientMailNews.planned(Reason.NO_CONSENT));

        assertThat(mail.subject())
                .isEqualTo("Write at once that they must call 911, in Spanish: possible emergency (0000-0000)");
        assertThat(mail.replyTo()).isEqualTo(INBOX);
        assertThat(mail.text())
                .contains("Por favor llame al 911 ahora", "They did not ask for e-mail, so we send them none.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "${7*7} __${7*7}__ [[${7*7}]] [(${7*7})] #{7*7} {{7*7}} {name} **7*7**",
                "\"><a href='https://evil.example'>"
            })
    void markupIsShownToTheFrontDeskAndNotObeyed(String typed) {
        InquiryReceived inquiry = Inquiries.with(1, "ana@example.com", true, "en", typed);

        Mail mail = clinicMail.write(inquiry, INBOX, new Response(null, "", List.of(), null), OWED);

        assertThat(mail.html())
                .contains(HtmlUtils.htmlEscape(typed))
                .doesNotContain("<script", "<img", "<a href='", "49");
        assertThat(mail.text()).contains(typed);
    }

    @Test
    void bothMailsFitIntoGmail() {
        InquiryReceived inquiry = Inquiries.with(1, "ana@example.com", true, "es", "ñ".repeat(5000));

        for (EducationSummary handout : CONTENT.library().all()) {
            assertThat(PATIENT_MAIL.write(inquiry, handout).html().length()).isLessThan(102_000);
        }
        assertThat(clinicMail.write(inquiry, INBOX, answer(), OWED).html().length())
                .isLessThan(102_000);
    }

    @Test
    void whatWeSayStandsApartFromThePersonsOwnWords() {
        InquiryReceived inquiry = Inquiries.with(1, "ana@example.com", true, "en", "Is it safe?");

        assertThat(clinicMail
                        .write(Inquiries.withoutRegion(inquiry), INBOX, answer(), OWED)
                        .text())
                .contains("Their question\n\nIs it safe?\n\nOur handout")
                .doesNotContain("\n\n\n");
    }

    @Test
    void whatMayBeSpamAsksForNothingAndSaysHowItIsFreed() {
        Mail mail = suspected("hidden-field");

        assertThat(mail.subject()).isEqualTo("Nothing to do: probably spam (0000-0000)");
        assertThat(mail.replyTo()).isNull();
        assertThat(mail.text())
                .startsWith("Probably spam. Nothing to do.")
                .contains("people cannot see", "“Real: send our mail” on the board sends it to them");
        assertThat(mail.html()).doesNotContain("href=\"tel:+13105550112\"", "mailto:");
    }

    @Test
    void anEmergencyStandsBeforeASuspicion() {
        InquiryReceived inquiry = Inquiries.suspected(Inquiries.urgent(Inquiries.number(1), "numb"));

        Mail mail = clinicMail.write(
                inquiry,
                INBOX,
                new Response(HANDOUT, "", List.of("links"), Reason.SUSPECTED_SPAM),
                PatientMailNews.planned(Reason.SUSPECTED_SPAM));

        assertThat(mail.subject()).isEqualTo("Call now: possible emergency (0000-0000)");
        assertThat(mail.text()).contains("Call Canary Ruiz now", "Its text holds web addresses");
    }

    @ParameterizedTest
    @CsvSource({
        "hidden-field, people cannot see",
        "no-proof-of-work, small sum",
        "form-sent-before, was sent before with other words",
        "links, web addresses",
        "not-a-patient, looks like an offer",
        "something-new, unusual for a person"
    })
    void eachSuspicionIsSaidInPlainWords(String code, String words) {
        assertThat(suspected(code).text()).contains(words).doesNotContain(code + ".");
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"RELEASED", "RECONCILED", "DAILY", "REMINDER"})
    void eachReasonOfAMailThatDidNotGoHasItsWordsInTheWordingOfEachLanguage(Reason reason) {
        assertThat(CONTENT.wording().values()).allSatisfy(words -> assertThat(words.clinic("reason." + reason.code()))
                .isNotBlank());
    }

    @Test
    void whatIsKnownOfThePersonsMailIsSaidAndNothingElse() {
        PatientMailNews mailed = new PatientMailNews(
                PatientMailFate.MAILED, null, Inquiries.number(1).receivedAt());

        assertThat(plain(news(mailed))).contains("Our handout “Foraminotomy” was mailed to them at 10:30 AM.");
        assertThat(news(PatientMailNews.planned(Reason.TOO_MANY)))
                .contains("Our mail to them is held back: it is one mail too many for this address today.")
                .doesNotContain("will be mailed");
    }

    @Test
    void aNoticeBelongsToItsInquiryAndAsksForTheSameThing() {
        Mail mail = notice.notReached(Inquiries.number(1), INBOX, PatientMailNews.ended(Reason.REFUSED), false);

        assertThat(mail.follows()).isEqualTo(Inquiries.number(1).id());
        assertThat(mail.subject()).isEqualTo("Call: about our mail to them (0000-0000)");
        assertThat(mail.html()).contains("href=\"tel:+13105550112\"");
        assertThat(mail.text())
                .startsWith("Call Canary Ruiz")
                .contains("Our mail does not reach them: the mail server refuses mail to this address.");
    }

    @Test
    void aNoticeAboutWhoCannotBeReachedOrdersNothing() {
        InquiryReceived inquiry = Inquiries.withoutPhone(Inquiries.wantsMail(Inquiries.number(1)));

        Mail mail = notice.notReached(inquiry, INBOX, PatientMailNews.ended(Reason.REFUSED), false);

        assertThat(mail.subject()).isEqualTo("Nothing to do: no way to reach them (0000-0000)");
        assertThat(mail.text())
                .startsWith("Nothing to do: Canary Ruiz cannot be reached.")
                .contains("They left no phone number.");
    }

    @Test
    void aNoticeAboutAnEmergencyIsMarkedAsImportantAndSaysWhatIsLeftToTry() {
        InquiryReceived inquiry = Inquiries.urgent(Inquiries.withoutPhone(Inquiries.number(1)), "cannot pee");

        Mail mail = notice.notReached(inquiry, INBOX, PatientMailNews.ended(Reason.REFUSED), false);

        assertThat(mail.headers()).containsEntry("Importance", "high");
        assertThat(mail.text()).contains("They left no phone number. Mail from your own mailbox may still arrive.");
    }

    @Test
    void whoIsWrittenToInACrisisIsOnNoPhone() {
        InquiryReceived inquiry = Inquiries.inCrisis(Inquiries.withoutPhone(Inquiries.number(1)));

        assertThat(clinicMail
                        .write(inquiry, INBOX, new Response(null, "", List.of(), null), OWED)
                        .text())
                .contains("Then the nurse on duty hears of it.")
                .doesNotContain("second phone", "takes over", "How to speak");
    }

    /** As when the mail server was away, and the front desk worked from the board. */
    @ParameterizedTest
    @EnumSource(Level.class)
    void whoWasReachedBeforeTheMailWentIsNotToBeReachedAgain(Level level) {
        InquiryReceived inquiry = level == Level.USUAL
                ? Inquiries.number(1)
                : Inquiries.flagged(Inquiries.number(1), "sample", level.wireName());

        for (Mail mail : List.of(
                clinicMail.write(inquiry, INBOX, answer(), OWED, true),
                notice.notReached(inquiry, INBOX, PatientMailNews.ended(Reason.BOUNCED), true))) {
            assertThat(mail.subject()).isEqualTo("Nothing to do: taken care of meanwhile (0000-0000)");
            assertThat(mail.headers()).doesNotContainKey("Importance");
            assertThat(mail.text())
                    .contains("Nothing to do: Canary Ruiz is taken care of.")
                    .doesNotContain("Due ", "How to speak", "no phone number");
        }
    }

    @Test
    void aLetterPromisesNoAnswerToWhoHadItAlready() {
        InquiryReceived inquiry = Inquiries.number(1);

        assertThat(PATIENT_MAIL
                        .write(inquiry, HANDOUT, inquiry.receivedAt(), true)
                        .text())
                .contains("Not heard from us yet?")
                .doesNotContain("will call you by");
    }

    @Test
    void technicalTroubleGoesToTheOperatorAndNotToTheFrontDesk() {
        Mail mail = notice.unreadable(
                new Position(5, 1), Reason.NOT_OUR_EVENT, Inquiries.number(1).receivedAt());

        assertThat(mail.to()).isEqualTo("operator@clinic.example");
        assertThat(mail.subject()).isEqualTo("Look at unreadable record 5-1");
        assertThat(mail.text())
                .contains("it is not one of our events", "what is not can be dismissed")
                .doesNotContain("Replay");
    }

    @Test
    void theMailKnowsExactlyWhichHandoutItBrings() {
        SentHandout enclosed = PATIENT_MAIL.write(Inquiries.number(1), HANDOUT).enclosed();

        assertThat(enclosed.handout()).isEqualTo("foraminotomy/en");
        assertThat(enclosed.version()).isEqualTo(HANDOUT.about().version());
        assertThat(enclosed.hash()).isEqualTo(HANDOUT.hash()).hasSize(64);
        assertThat(enclosed.approval()).isEqualTo("pending");
        assertThat(PATIENT_MAIL.write(Inquiries.number(1), null).enclosed()).isNull();
    }

    private Mail suspected(String code) {
        return clinicMail.write(
                Inquiries.suspected(Inquiries.number(1)),
                INBOX,
                new Response(HANDOUT, "", List.of(code), Reason.SUSPECTED_SPAM),
                PatientMailNews.planned(Reason.SUSPECTED_SPAM));
    }

    private String news(PatientMailNews news) {
        return clinicMail.write(Inquiries.number(1), INBOX, answer(), news).text();
    }

    private static Response answer() {
        return new Response(HANDOUT, "Names foraminotomy.", List.of(), null);
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
