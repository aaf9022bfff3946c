package org.foramen.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.foramen.stack.mail.Answer;
import org.foramen.stack.mail.Kept;
import org.foramen.stack.mail.PersonalMailbox;
import org.foramen.stack.mail.SmtpStage;
import org.foramen.system.stack.SharedStack;
import org.foramen.system.stack.Stack;
import org.foramen.system.stack.TokenEndpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sign-ins that end or are refused, and mails that come back, with a notifier that has tokens and a bounce mailbox. */
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(1200)
class MailFaultsIT {

    /** Of six connections each may show a token and a newer one before the first refusal is known. */
    private static final int TRIES_AT_ONCE = 12;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

    private static final Pattern TOKEN = Pattern.compile("auth=Bearer ([^\1]+)\1");

    private final Measure measure = Measure.asked();
    private final AtomicBoolean refuses = new AtomicBoolean();
    private final AtomicInteger refused = new AtomicInteger();
    private final Stack stack;
    private TokenEndpoint tokens;
    private PersonalMailbox bounces;

    MailFaultsIT(Stack stack) {
        this.stack = stack;
    }

    @BeforeAll
    void theNotifierHasTokensAndABounceMailbox() throws IOException {
        tokens = new TokenEndpoint(measure.outage().dividedBy(2));
        bounces = new PersonalMailbox(0, "bounces@clinic.example");
        stack.heal();
        stack.notifier().stop();
        stack.notifier()
                .begin(Map.ofEntries(
                        Map.entry("FORAMEN_SMTP_OAUTH_TOKEN_URI", tokens.uri()),
                        Map.entry("FORAMEN_SMTP_OAUTH_CLIENT_ID", "notifier"),
                        Map.entry("FORAMEN_SMTP_OAUTH_CLIENT_SECRET", "secret"),
                        Map.entry("FORAMEN_SMTP_OAUTH_USER", "no-reply@clinic.example"),
                        Map.entry("FORAMEN_SMTP_SIGN_IN_FIRST", FIRST_PAUSE.toSeconds() + "s"),
                        Map.entry("FORAMEN_SMTP_SIGN_IN_LONGEST", LONGEST_PAUSE.toSeconds() + "s"),
                        Map.entry("FORAMEN_BOUNCES_ADDRESS", bounces.address()),
                        Map.entry("FORAMEN_BOUNCES_IMAP_HOST", "127.0.0.1"),
                        Map.entry("FORAMEN_BOUNCES_IMAP_PORT", String.valueOf(bounces.port())),
                        Map.entry("FORAMEN_BOUNCES_IMAP_USER", bounces.address()),
                        Map.entry("FORAMEN_BOUNCES_IMAP_PASSWORD", PersonalMailbox.PASSWORD),
                        Map.entry("FORAMEN_BOUNCES_POLL", "500ms")))
                .awaitReady();
    }

    @BeforeEach
    void theMailServerWantsAGoodToken() {
        stack.mail().behave();
        stack.mail().keep(Kept.HEADERS);
        stack.mail().on(SmtpStage.SIGN_IN, shown -> isTaken(shown) ? Answer.yes() : refusal());
        stack.mail().on(SmtpStage.STILL_SIGNED_IN, shown -> isTaken(shown) ? Answer.yes() : new Answer.HangUp());
    }

    @AfterAll
    void itIsAsBefore() {
        stack.notifier().stop();
        stack.mail().behave();
        stack.mail().keep(Kept.WHOLE);
        tokens.close();
        bounces.close();
        stack.heal();
    }

    @Test
    void tokensThatEndWhileMailsAreOnTheirWayCostNothing() throws Exception {
        int before = tokens.granted();
        Tally tally = trial(
                "access tokens of %d s end while mails wait"
                        .formatted(measure.outage().dividedBy(2).toSeconds()),
                trial -> trial.visitors().awaitAll());

        assertThat(tokens.granted() - before).as("tokens").isGreaterThan(1);
        assertThat(tally.lost()).isZero();
        assertThat(tally.notices()).isZero();
        assertThat(tally.repeats() + tally.disguised()).isZero();
    }

    @Test
    void aSignInThatIsRefusedCostsOnlyTimeAndIsTriedByOne() throws Exception {
        int before = refused.get();
        Tally tally = trial("SMTP refuses the sign-in", trial -> {
            refuses.set(true);
            trial.lasting(measure.outage());
            refuses.set(false);
        });

        assertThat(refused.get() - before)
                .isPositive()
                .isLessThanOrEqualTo(TRIES_AT_ONCE + 2 * triesOfOneIn(measure.outage()));
        assertThat(tally.lost()).isZero();
        assertThat(tally.notices()).isZero();
        assertThat(tally.repeats() + tally.disguised()).isZero();
        assertThat(tally.late()).as("mails that waited").isPositive();
    }

    @Test
    void whoseMailComesBackIsToldOfToTheClinic() throws Exception {
        int every = 20;
        Tally tally;
        try (Trial trial = new Trial("5 % of the mails to people come back", stack, measure, true)) {
            Set<String> dead = IntStream.range(0, measure.inquiries() / every)
                    .mapToObj(number -> trial.visitors().email(number * every))
                    .collect(Collectors.toSet());
            stack.mail().onMail(mail -> {
                if (dead.contains(mail.recipient())) {
                    boolean quotesOnly = mail.recipient().hashCode() % 2 == 0;
                    bounces.deliver(quotesOnly ? Returned.toMailbox(mail) : Returned.toSender(mail));
                }
                return Answer.yes();
            });
            tally = trial.during(during -> {
                during.visitors().awaitAll();
                during.awaitMailsFor("notice", dead.size());
            });
        }

        assertThat(tally.lost()).isZero();
        assertThat(tally.notices()).isEqualTo(measure.inquiries() / every);
        assertThat(tally.patientMails()).isEqualTo(tally.accepted());
        assertThat(tally.repeats() + tally.disguised()).isZero();
        await("reports that were read are gone")
                .atMost(measure.patience())
                .untilAsserted(() -> assertThat(bounces.count()).isZero());
    }

    /** With pauses that double, and one try that begins as the outage ends. */
    private static int triesOfOneIn(Duration outage) {
        int tries = 1;
        Duration pause = FIRST_PAUSE;
        for (Duration at = pause; at.compareTo(outage) <= 0; at = at.plus(pause)) {
            tries++;
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        }
        return tries;
    }

    private boolean isTaken(String shown) {
        Matcher token = TOKEN.matcher(shown);
        return !refuses.get() && token.find() && tokens.isGood(token.group(1));
    }

    private Answer refusal() {
        refused.incrementAndGet();
        return new Answer.Reply("535 5.7.8 authentication failed");
    }

    private Tally trial(String name, Fault fault) throws Exception {
        try (Trial trial = new Trial(name, stack, measure, true)) {
            return trial.during(fault);
        }
    }
}
