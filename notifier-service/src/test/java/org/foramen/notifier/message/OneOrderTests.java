package org.foramen.notifier.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foramen.content.ClinicContent;
import org.foramen.content.ContentCopy;
import org.foramen.contract.Consent;
import org.foramen.contract.ConsentChannel;
import org.foramen.contract.ContactChannel;
import org.foramen.contract.InquiryId;
import org.foramen.contract.InquiryReceived;
import org.foramen.contract.Level;
import org.foramen.contract.Person;
import org.foramen.contract.RedFlag;
import org.foramen.contract.details.BestTime;
import org.foramen.notifier.Inquiries;
import org.foramen.notifier.delivery.Reason;
import org.foramen.notifier.delivery.Reminder.Tone;
import org.foramen.notifier.message.desk.MailLinks;
import org.foramen.notifier.message.desk.ReadyReply;
import org.foramen.notifier.message.list.DailyFigures;
import org.foramen.notifier.message.list.DailyFigures.Came;
import org.foramen.notifier.message.list.DailyFigures.PersonToAnswer;
import org.foramen.notifier.message.list.DeskDigest;
import org.foramen.notifier.message.list.OperatorDigest;
import org.foramen.notifier.message.list.ReminderMail;
import org.foramen.notifier.order.Order;
import org.foramen.notifier.order.OrderFacts;
import org.foramen.notifier.order.OrderTable;
import org.foramen.notifier.order.PatientMailFate;
import org.foramen.notifier.order.PatientMailNews;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every mail to the front desk, over the whole table of orders: one imperative in HTML, text, subject and preheader. */
class OneOrderTests {

    private static final String INBOX = "front-desk@clinic.example";
    private static final String QUESTION = "Please call me. Write to me!";
    private static final Map<String, Pattern> IMPERATIVES = Map.of(
            "en",
            imperatives(
                    "Call|Phone|Write|Answer|Reply|E-?mail|Please|Send|Tell|Ask|Look|Read|Open|Check|Hand|Release|Do"
                            + "|Don't|Press|See|Take|Stay|Forward|Replay|Act"),
            "es",
            imperatives(
                    "Actúe|Llame|Escriba|Conteste|Responda|Envíe|Mande|Diga|Pregunte|Mire|Lea|Abra|Revise|Vea|Libere|Repita|No"
                            + " cuelgue|Por favor"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void eachMailAsksForOneThing(String clinicLanguage) {
        ClinicContent content = contentIn(clinicLanguage);
        Stationery stationery = new Stationery(content, new MailLinks(null));
        ClinicMail clinicMail = new ClinicMail(stationery);
        ClinicNotice notice = new ClinicNotice(stationery);
        int mails = 0;
        for (OrderFacts facts : matrix()) {
            InquiryReceived inquiry = inquiry(facts, facts.done() ? ConsentChannel.API : ConsentChannel.PAGE);
            PatientMailNews news = new PatientMailNews(facts.fate(), reason(facts), inquiry.receivedAt());
            List<String> doubts = facts.suspected() ? List.of("links") : List.of();
            Order order = OrderTable.orderFor(facts);
            check(
                    clinicMail.write(inquiry, INBOX, new Response(null, "", doubts, reason(facts)), news, facts.done()),
                    facts,
                    order,
                    inquiry,
                    content);
            mails++;
            if (!facts.suspected()) {
                check(notice.notReached(inquiry, INBOX, news, facts.done()), facts, order, inquiry, content);
                mails++;
            }
        }
        assertThat(mails).isEqualTo(2 * 4 * 2 * 2 * 2 * 7 * 3);
    }

    /** Of which somebody said that a person asked: it is answered like all others. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void soDoesTheMailAboutWhatWasLetGo(String clinicLanguage) {
        ClinicContent content = contentIn(clinicLanguage);
        ClinicMail clinicMail = new ClinicMail(new Stationery(content, new MailLinks(null)));
        List<OrderFacts> letGo = matrix().stream()
                .filter(facts -> facts.emailAllowed() && !facts.suspected() && !facts.done())
                .filter(facts -> facts.fate() == PatientMailFate.OWED || facts.fate() == PatientMailFate.MAILED)
                .toList();
        assertThat(letGo).isNotEmpty();
        for (OrderFacts facts : letGo) {
            for (ConsentChannel channel : ConsentChannel.values()) {
                InquiryReceived inquiry = inquiry(facts, channel);
                PatientMailNews news = new PatientMailNews(facts.fate(), Reason.RELEASED, inquiry.receivedAt());
                Response looksLikeSpam = new Response(null, "", List.of("links"), Reason.SUSPECTED_SPAM);

                Mail mail = clinicMail.write(inquiry, INBOX, looksLikeSpam, news);

                assertThat(OrderTable.orderFor(facts)).isNotEqualTo(Order.NOTHING);
                assertThat(mail.text()).doesNotContain("web addresses", "direcciones web");
                check(mail, facts, OrderTable.orderFor(facts), inquiry, content);
            }
        }
    }

    /** Lists of people hold an order in each line; the mail asks for one thing all the same. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void soDoesEachMailThatListsPeople(String clinicLanguage) {
        ClinicContent content = contentIn(clinicLanguage);
        Stationery stationery = new Stationery(content, new MailLinks(URI.create("https://console.clinic.example")));
        DeskDigest digest = new DeskDigest(stationery);
        OperatorDigest trouble = new OperatorDigest(stationery);
        ReminderMail reminder = new ReminderMail(stationery);
        List<PersonToAnswer> all = matrix().stream()
                .filter(facts -> OrderTable.orderFor(facts) != Order.NOTHING)
                .map(OneOrderTests::waiting)
                .toList();
        Instant due = all.get(0).due();
        for (List<PersonToAnswer> waiting : List.of(all, all.subList(0, 1))) {
            for (Instant now : List.of(due.minusSeconds(60), due.plusSeconds(60))) {
                for (Tone tone : Tone.values()) {
                    Set<InquiryId> unmailed = Set.of(waiting.get(0).inquiry());
                    asksOnce(reminder.write(tone, waiting, unmailed, INBOX, now), clinicLanguage);
                }
                Came came = new Came(now.minus(Duration.ofDays(1)), 3, 2);
                List<InquiryId> held = List.of(waiting.get(0).inquiry());
                asksOnce(
                        digest.write(new DailyFigures(now, came, waiting, held, held, 2, List.of()), now),
                        clinicLanguage);
            }
        }
        asksOnce(trouble.write(List.of(), 0, "partition 2, 17 to 19", due), clinicLanguage);
        assertThat(parts(digest.write(
                        new DailyFigures(due, new Came(due, 0, 0), List.of(), List.of(), List.of(), 0, List.of()),
                        due)))
                .allSatisfy((part, said) ->
                        assertThat(found(said, clinicLanguage)).as(part).isEmpty());
    }

    private static void asksOnce(Mail mail, String language) {
        parts(mail).forEach((part, said) -> assertThat(found(said, language))
                .as("%s in %s: %s", part, language, said)
                .hasSize(1));
    }

    private static Map<String, String> parts(Mail mail) {
        return Map.of(
                "subject", mail.subject(),
                "preheader", preheader(mail.html()),
                "HTML", visible(mail.html()),
                "text", mail.text());
    }

    private static PersonToAnswer waiting(OrderFacts facts) {
        InquiryReceived inquiry = inquiry(facts);
        return new PersonToAnswer(
                inquiry.id(),
                OrderTable.orderFor(facts),
                facts.level(),
                facts.emailAllowed() ? "es" : "en",
                facts.phone() ? BestTime.MORNING : null,
                facts.suspected() ? null : "foraminotomy",
                inquiry.receivedAt());
    }

    private ClinicContent contentIn(String clinicLanguage) {
        String languages = clinicLanguage.equals("en") ? "[en, es]" : "[es, en]";
        return ContentCopy.in(folder)
                .change("clinic.yml", yaml -> yaml.replaceFirst("(?m)^languages: .*", "languages: " + languages))
                .load();
    }

    private static void check(
            Mail mail, OrderFacts facts, Order order, InquiryReceived inquiry, ClinicContent content) {
        String language = content.clinic().defaultLanguage();
        String ready = ReadyReply.to(inquiry, "ana@example.com", order, content.wordingIn("en"))
                .body();
        int expected = order == Order.NOTHING ? 0 : 1;
        Map<String, String> parts = Map.of(
                "subject", mail.subject(),
                "preheader", preheader(mail.html()),
                "HTML", visible(mail.html()),
                "text", mail.text().replace(QUESTION, "").replace(ready, ""));
        parts.forEach((part, said) -> assertThat(found(said, language))
                .as("%s of %s in %s: %s", part, facts, language, said)
                .hasSize(expected));
        assertThat(mail.replyTo() != null && mail.replyTo().startsWith("ana"))
                .as("%s", facts)
                .isEqualTo(order == Order.WRITE && facts.emailAllowed());
    }

    private static List<String> found(String said, String language) {
        List<String> found = new ArrayList<>();
        Matcher matcher = IMPERATIVES.get(language).matcher(said);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    /** At the beginning of a line or of a sentence. */
    private static Pattern imperatives(String verbs) {
        return Pattern.compile("(?m)(?:^|[.:!?”»]\\s+|\\. )\\s*(" + verbs + ")(?!\\p{L})");
    }

    private static String preheader(String html) {
        return html.replaceFirst("(?s).*?aria-hidden=\"true\"><span>(.*?)</span>.*", "$1");
    }

    /** Without what is hidden, and without what is quoted. */
    private static String visible(String html) {
        return html.replaceAll(
                        "(?s)<head>.*?</head>|<div style=\"display:none.*?</div>|<div class=\"box\".*?</div>", "")
                .replaceAll("</?(p|h1|h2|div|td|tr|table|br|li|ol)\\b[^>]*>", "\n")
                .replaceAll("<[^>]+>", "");
    }

    private static List<OrderFacts> matrix() {
        List<OrderFacts> all = new ArrayList<>();
        List<Boolean> both = List.of(true, false);
        for (Level level : Level.values()) {
            for (ContactChannel way : ContactChannel.values()) {
                for (PatientMailFate fate : PatientMailFate.values()) {
                    both.forEach(phone -> both.forEach(email -> both.forEach(suspected -> both.forEach(
                            done -> all.add(new OrderFacts(level, phone, email, way, suspected, fate, done))))));
                }
            }
        }
        return all;
    }

    private static InquiryReceived inquiry(OrderFacts facts) {
        return inquiry(facts, ConsentChannel.PAGE);
    }

    /** Who left a number and agreed to no e-mail gave no address either, as the form has it. */
    private static InquiryReceived inquiry(OrderFacts facts, ConsentChannel channel) {
        String email = facts.phone() && !facts.emailAllowed() ? null : "ana@example.com";
        InquiryReceived some = Inquiries.number(1);
        return new InquiryReceived(
                some.id(),
                some.receivedAt(),
                some.kind(),
                some.procedure(),
                some.region(),
                new Person("Ana Ruiz", email, facts.phone() ? "+13105550112" : null, facts.way(), "en"),
                QUESTION,
                null,
                new Consent(facts.emailAllowed(), "", "en", channel),
                facts.level() == Level.USUAL
                        ? List.of()
                        : List.of(
                                new RedFlag("sign", "cannot pee", facts.level().wireName())),
                List.of());
    }

    private static Reason reason(OrderFacts facts) {
        return switch (facts.fate()) {
            case NOT_WANTED -> Reason.NO_CONSENT;
            case HELD_BACK -> Reason.TOO_MANY;
            case UNREACHABLE -> Reason.REFUSED;
            case UNCERTAIN -> Reason.UNKNOWN;
            default -> null;
        };
    }
}
