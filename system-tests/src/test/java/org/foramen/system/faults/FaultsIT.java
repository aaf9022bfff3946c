package org.foramen.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.foramen.stack.mail.Answer;
import org.foramen.stack.mail.Kept;
import org.foramen.stack.mail.ReceivedMail;
import org.foramen.stack.mail.SmtpStage;
import org.foramen.stack.mail.Trouble;
import org.foramen.system.stack.OwnStack;
import org.foramen.system.stack.Stack;
import org.foramen.system.stack.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whatever breaks, an inquiry that was answered with yes reaches the clinic, and a repeat is rare and recognisable. One of
 * each part, as on a laptop.
 */
@ExtendWith(OwnStack.class)
@Timeout(1200)
class FaultsIT {

    /** Three listeners for each of two audiences, each with one mail on its way at most, and what is due again. */
    private static final int MAILS_ON_THEIR_WAY = 7;

    private static final Pattern SENT = Pattern.compile("Delivery (\\S+) sent");

    private final Measure measure = Measure.asked();
    private final Stack stack;

    FaultsIT(Stack stack) {
        this.stack = stack;
    }

    @BeforeEach
    void allIsWell() {
        stack.mail().behave();
        stack.mail().keep(Kept.HEADERS);
        stack.heal();
    }

    @AfterEach
    void bodiesAreKeptAgain() {
        stack.mail().keep(Kept.WHOLE);
    }

    @Test
    void nothingIsLostWhenTheNotifierIsKilledAgainAndAgain() throws Exception {
        stack.mail().onMail(mail -> Answer.yesAfterMillis(40));
        Tally tally = trial("notifier killed (kill -9)", trial -> {
            for (int kill = 0; kill < measure.kills(); kill++) {
                trial.awaitMails(10);
                stack.notifier().kill();
                assertThatTheLedgerFileHoldsWhatWasSent();
                stack.notifier().start();
            }
        });

        assertThat(tally.lost()).isZero();
        assertThat(tally.repeats()).isLessThanOrEqualTo(measure.kills() * MAILS_ON_THEIR_WAY);
        assertThat(tally.disguised()).isZero();
        assertThat(tally.late()).as("mails that the kills held up").isPositive();
        ToldOutcomes.awaitEachMail(stack);
    }

    @Test
    void aNotifierThatIsStoppedNotesWhatItHadInItsHands() throws Exception {
        stack.mail().onMail(mail -> Answer.yesAfterMillis(900));
        Tally tally = trial("notifier stopped while mails are on their way", trial -> {
            trial.awaitMails(10);
            stack.notifier().stop();
            stack.mail().behave();
        });

        assertThat(tally.lost()).isZero();
        assertThat(tally.repeats() + tally.disguised()).isZero();
        assertThat(tally.late()).as("mails that waited").isPositive();
    }

    @Test
    void nothingIsLostAndNothingComesTwiceWhenTheIntakeIsKilled() throws Exception {
        Tally tally = trial("intake killed (kill -9)", trial -> {
            for (int kill = 0; kill < measure.kills(); kill += 2) {
                trial.visitors().awaitMore(10);
                stack.intake().kill();
                stack.intake().start();
            }
        });

        assertThat(tally.lost()).isZero();
        assertThat(tally.accepted()).isEqualTo(tally.sent());
        assertThat(tally.repeats() + tally.disguised()).isZero();
        assertThat(tally.refusals()).as("visitors who met no intake").isPositive();
    }

    @Test
    @Tag("long")
    void visitorsDoNotNoticeThatTheBrokerIsStopped() throws Exception {
        Tally tally = trial("broker stopped", trial -> {
            stack.kafka().stop();
            trial.lasting(measure.outage());
        });

        assertThatNobodyNoticed(tally);
    }

    @Test
    void visitorsDoNotNoticeThatTheBrokerIsKilled() throws Exception {
        Tally tally = trial("broker killed (kill -9) and restarted", trial -> {
            stack.kafka().kill();
            trial.lasting(measure.outage());
        });

        assertThatNobodyNoticed(tally);
    }

    @Test
    void aMailServerThatIsAwayCostsOnlyTime() throws Exception {
        Tally tally = trial("SMTP down", trial -> {
            stack.mail().stop();
            trial.lasting(measure.outage());
        });

        assertThat(tally.lost()).isZero();
        assertThat(tally.notices()).isZero();
        assertThat(tally.repeats() + tally.disguised()).isLessThanOrEqualTo(MAILS_ON_THEIR_WAY);
        assertThat(tally.late()).as("mails that waited").isPositive();
    }

    @Test
    void aLineCutAfterTheFinalDotBringsARepeatUnderTheSameMessageId() throws Exception {
        int cuts = 8;
        int before = stack.mail().misdeeds();
        stack.mail().onMail(Trouble.forTheFirst(cuts, 1, new Answer.TakeAndHangUp()));
        Tally tally = trial("SMTP takes the mail and cuts the line", trial -> {});

        assertThat(stack.mail().misdeeds() - before).isEqualTo(cuts);
        assertThat(tally.lost()).isZero();
        assertThat(tally.repeats()).isEqualTo(cuts);
        assertThat(tally.disguised()).isZero();
    }

    @Test
    @Tag("long")
    void aServerThatStallsAfterTheFinalDotBringsARepeatUnderTheSameMessageId() throws Exception {
        int stalls = 4;
        stack.mail().onMail(Trouble.forTheFirst(stalls, 1, new Answer.TakeAndStall()));
        Tally tally = trial("SMTP takes the mail and says nothing", trial -> {});

        assertThat(tally.lost()).isZero();
        assertThat(tally.repeats()).isEqualTo(stalls);
        assertThat(tally.disguised()).isZero();
    }

    @Test
    void aServerThatSaysNothingCostsOnlyTime() throws Exception {
        stack.mail().on(SmtpStage.RECIPIENT, recipient -> new Answer.Stall());
        Tally tally = trial("SMTP stalls", trial -> {
            trial.lasting(measure.outage());
            stack.mail().behave();
        });

        assertThat(tally.lost()).isZero();
        assertThat(tally.notices()).isZero();
        assertThat(tally.repeats() + tally.disguised()).isZero();
        assertThat(tally.late()).as("mails that waited").isPositive();
    }

    @Test
    @Tag("long")
    void aServerThatSends421CostsOnlyTime() throws Exception {
        stack.mail().on(SmtpStage.CONNECTION, client -> new Answer.Reply("421 4.3.2 closing down"));
        Tally tally = trial("SMTP answers 421", trial -> {
            trial.lasting(measure.outage());
            stack.mail().behave();
        });

        assertThat(tally.lost()).isZero();
        assertThat(tally.notices()).isZero();
        assertThat(tally.repeats() + tally.disguised()).isZero();
    }

    @Test
    void mailsThatAreEachPutOffTwiceArriveOnce() throws Exception {
        int mails = 30;
        int before = stack.mail().misdeeds();
        stack.mail().onMail(Trouble.forTheFirst(mails, 2, new Answer.Reply("450 4.2.0 greylisted")));
        Tally tally = trial("SMTP answers 450 twice, then 250", trial -> {});

        assertThat(stack.mail().misdeeds() - before).isEqualTo(2 * mails);
        assertThat(tally.lost()).isZero();
        assertThat(tally.notices()).isZero();
        assertThat(tally.repeats() + tally.disguised()).isZero();
    }

    @Test
    void theClinicIsToldOfAPersonWhoCannotBeMailed() throws Exception {
        Tally tally = trial("SMTP answers 550 for one recipient", trial -> {
            String unknown = trial.visitors().email(measure.inquiries() / 2);
            stack.mail()
                    .on(
                            SmtpStage.RECIPIENT,
                            recipient -> recipient.equals(unknown)
                                    ? new Answer.Reply("550 5.1.1 no such user")
                                    : Answer.yes());
        });

        assertThat(tally.lost()).isZero();
        assertThat(tally.notices()).isEqualTo(1);
        assertThat(tally.clinicMails()).isEqualTo(tally.accepted());
        assertThat(tally.patientMails()).isEqualTo(tally.accepted() - 1);
    }

    /** The mails to the clinic pass by the same server, of which no recipient is put off: what holds them up is the machine. */
    @Test
    void aRecipientThatIsPutOffForEverHoldsUpNobodyElse() throws Exception {
        AtomicReference<Flow> people = new AtomicReference<>();
        AtomicReference<Flow> clinic = new AtomicReference<>();
        Tally tally = trial("SMTP answers 421 for one recipient, for ever", trial -> {
            String unlucky = trial.visitors().email(measure.inquiries() / 2);
            stack.mail()
                    .on(
                            SmtpStage.RECIPIENT,
                            recipient -> recipient.equals(unlucky)
                                    ? new Answer.Reply("421 4.7.0 not you, not now")
                                    : Answer.yes());
            trial.awaitMailsFor("patient", 5); // the first ones of a notifier take longer
            Instant begun = Instant.now();
            trial.visitors().awaitAll();
            trial.awaitMailsFor("patient", measure.inquiries() - 1);
            trial.awaitMailsFor("clinic", measure.inquiries());
            people.set(trial.flow("patient", begun, unlucky));
            clinic.set(trial.flow("clinic", begun, unlucky));
            stack.mail().behave();
        });
        System.out.printf(
                "standstill: people %s, clinic %s; longest wait: people %s, clinic %s%n",
                people.get().longestStandstill(),
                clinic.get().longestStandstill(),
                people.get().longestWait(),
                clinic.get().longestWait());

        assertThat(people.get().longestStandstill())
                .as(
                        "nobody stands still for more than one look at a server that is away, but for what the machine does")
                .isLessThan(clinic.get().longestStandstill().multipliedBy(2).plus(Stack.SERVER_LONGEST));
        assertThat(tally.lost()).isZero();
        assertThat(tally.notices()).isZero();
        assertThat(tally.repeats() + tally.disguised()).isZero();
    }

    @Test
    void aRestartAfterAnOutageSendsNothingTwice() throws Exception {
        int restarts = measure.kills() * 2;
        Tally tally =
                trial("SMTP away, notifier restarted while mails are due, %d times".formatted(restarts), trial -> {
                    for (int restart = 0; restart < restarts; restart++) {
                        stack.mail().on(SmtpStage.SENDER, sender -> new Answer.Reply("421 4.3.2 closing down"));
                        trial.visitors().awaitMore(5);
                        stack.notifier().stop();
                        stack.mail().behave();
                        stack.notifier().start();
                    }
                });

        assertThat(tally.lost()).isZero();
        assertThat(tally.notices()).isZero();
        assertThat(tally.repeats() + tally.disguised()).isZero();
        assertThat(tally.late()).as("mails that waited").isPositive();
    }

    @Test
    void recordsThatAreNotOursHoldNothingUp() throws Exception {
        int before = stack.deadLetters().records().size();
        Topic inquiries = stack.inquiries();
        Tally tally = trial("poison records between good ones", trial -> {
            for (String poison : List.of("", "{}", "eyJhbGciOiJub25lIn0..", "x".repeat(100_000))) {
                inquiries.add(poison(inquiries, poison));
                trial.awaitMails(2);
            }
            ProducerRecord<String, byte[]> forged = poison(inquiries, "a.b.c.d.e");
            inquiries.records().get(0).headers().forEach(header -> forged.headers()
                    .add(header));
            inquiries.add(forged);
        });

        assertThat(tally.lost()).isZero();
        assertThat(tally.repeats() + tally.disguised()).isZero();
        assertThat(stack.deadLetters().records()).hasSize(before + 5);
    }

    @Test
    void nobodyIsMailedAgainWhenTheWholeTopicIsReadAgain() throws Exception {
        Map<String, String> cases = new HashMap<>();
        Tally tally = trial("whole topic read again", trial -> {
            trial.visitors().awaitAll();
            trial.settle();
            stack.notifier().stop();
            cases.putAll(LedgerFile.cases(stack));
            stack.inquiries().rewind();
            assertThat(stack.inquiries().isReadToTheEnd()).isFalse();
        });

        assertThat(tally.lost()).isZero();
        assertThat(tally.repeats() + tally.disguised()).isZero();
        assertThat(tally.late())
                .as("mails to anybody, from this case or an earlier one")
                .isZero();
        ToldOutcomes.awaitEachMail(stack);
        stack.notifier().stop();
        ToldOutcomes.assertThatTheyAreInTheLedger(LedgerFile.states(stack), cases.keySet(), stack);
        assertThat(LedgerFile.cases(stack))
                .as("nobody is on the board twice, or missing")
                .isEqualTo(cases);
        assertThat(cases).hasSizeGreaterThanOrEqualTo(tally.accepted());
    }

    @Test
    void whoeverWasToldYesIsSafeWhenTheSpoolIsFull() throws Exception {
        stack.intake().stop();
        stack.intake().begin(Map.of("FORAMEN_SPOOL_MAX_SIZE", "20KB")).awaitReady();
        Tally tally;
        try (Trial trial = new Trial("spool full while the broker is away", stack, measure, false)) {
            tally = trial.during(during -> {
                stack.kafka().kill();
                during.visitors().awaitAll();
            });
        } finally {
            stack.intake().stop();
        }

        assertThat(tally.lost()).isZero();
        assertThat(tally.refusals()).as("visitors who were told to phone").isPositive();
        assertThat(tally.accepted()).isEqualTo(tally.sent() - tally.refusals());
        assertThat(tally.late()).as("mails from the spool").isPositive();
    }

    @Test
    @Tag("long")
    void aMailThatWaitsForItsSecondTryOutlivesAKafkaThatIsAway() throws Exception {
        stack.mail().onMail(Trouble.forTheFirst(20, 1, new Answer.Reply("450 4.2.0 greylisted")));
        Tally tally = trial("broker away while mails wait for their second try", trial -> {
            stack.kafka().kill();
            trial.lasting(Duration.ofSeconds(25)); // longer than the notifier waits for a record
        });

        assertThat(tally.lost()).isZero();
    }

    private static ProducerRecord<String, byte[]> poison(Topic topic, String value) {
        return new ProducerRecord<>(topic.name(), "poison", value.getBytes(StandardCharsets.UTF_8));
    }

    private void assertThatNobodyNoticed(Tally tally) {
        assertThat(tally.lost()).isZero();
        assertThat(tally.accepted()).isEqualTo(tally.sent());
        assertThat(tally.refusals()).isZero();
        assertThat(tally.repeats() + tally.disguised()).isZero();
        assertThat(tally.late()).as("mails that waited").isPositive();
    }

    /** Sent mails are known as sent, and those just being sent as begun. */
    private void assertThatTheLedgerFileHoldsWhatWasSent() throws IOException, SQLException {
        Map<String, String> states = LedgerFile.states(stack);
        Matcher sent = SENT.matcher(stack.notifier().said());
        while (sent.find()) {
            assertThat(states).containsEntry(sent.group(1), "sent");
        }
        assertThat(LedgerFile.cases(stack))
                .as("whoever the clinic is owed a mail about is on the board")
                .containsKeys(states.keySet().stream()
                        .filter(name -> name.endsWith("/clinic") && !name.startsWith("dead-letter-"))
                        .map(name -> name.substring(0, name.indexOf('/')))
                        .toArray(String[]::new));
        for (ReceivedMail mail : stack.mail().mails()) {
            String[] name = mail.messageId().split("[<.@]");
            assertThat(states).containsKey(name[1] + "/" + name[2]);
        }
    }

    private Tally trial(String name, Fault fault) throws Exception {
        try (Trial trial = new Trial(name, stack, measure, true)) {
            return trial.during(fault);
        }
    }
}
