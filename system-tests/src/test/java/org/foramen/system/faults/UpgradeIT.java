package org.foramen.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.foramen.base.SealKeyFiles;
import org.foramen.contract.sealing.SealKeys;
import org.foramen.stack.mail.Answer;
import org.foramen.stack.mail.SmtpStage;
import org.foramen.stack.process.Readiness;
import org.foramen.stack.process.Service;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The last release's jars, as {@code .ci/last-release} makes them, are replaced by today's at once, and come back. */
@Tag("long")
@Timeout(600)
class UpgradeIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void whatTheLastReleaseLeftIsMailedOnceAndStandsOnTheBoard(TwoReleases.Ledger ledger) throws Exception {
        try (TwoReleases house = ledger.house("upgrade-" + ledger)) {
            house.mailed(20, house.oldIntake, house.oldNotifier());
            Set<String> mailed = house.accepted().keySet();
            Visitors unreadable = sealedForAnotherKey(house);
            house.stack.mail().on(SmtpStage.RECIPIENT, recipient -> new Answer.Reply("450 4.2.0 greylisted"));
            Visitors putOff = house.accepted(5);
            await("one is put off")
                    .atMost(TwoReleases.SOON)
                    .until(() -> house.oldNotifier().said().contains(" deferred until "));
            house.oldNotifier().stop();
            house.accepted(5);
            house.stack.kafka().stop();
            house.accepted(10);
            house.oldIntake.stop();
            assertThat(house.spooled()).isEqualTo(10);
            assertThat(house.inboxes(putOff).lost()).isEqualTo(5);

            house.stack.kafka().start();
            house.stack.mail().behave();
            addOtherPrivateKey(house);
            house.newNotifier().start();
            house.newIntake.start();
            await("all but what could not be read")
                    .atMost(TwoReleases.SOON)
                    .untilAsserted(() -> assertThat(house.inboxes().lost()).isEqualTo(3));
            assertThat(house.newNotifier().run("replay", "all")).contains("Dead letters replayed: 3");
            house.awaitEveryMail();
            assertThat(house.inboxes(unreadable).lost()).isZero();
            assertThat(house.inboxes().repeats()).isZero();
            assertThat(house.spooled()).isZero();
            await("whoever was mailed before has a case")
                    .atMost(TwoReleases.SOON)
                    .until(() -> mailed.stream().allMatch(id -> house.newNotifier()
                            .said()
                            .contains("Inquiry " + id + " had no case; it has one now")));
            assertThatNobodyIsNamed(house);

            house.newNotifier().stop();
            assertThat(house.cases()).containsOnlyKeys(house.accepted().keySet());
            assertThat(house.cases().values()).containsOnly("new");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anOldNotifierWithANewLedgerMailsNobodyTwiceAndLosesNothing(TwoReleases.Ledger ledger) throws Exception {
        try (TwoReleases house = ledger.house("back-" + ledger)) {
            house.mailed(5, house.oldIntake, house.newNotifier());
            house.newNotifier().stop();

            house.oldNotifier().begin(Map.of());
            Visitors between = house.accepted(5);
            await("it meets tables that it does not know")
                    .atMost(TwoReleases.SOON)
                    .until(() -> saysThatTheLedgerIsNewer(house));
            System.out.println("an old notifier with a new ledger: runs "
                    + house.oldNotifier().isRunning() + ", ready "
                    + Readiness.at(house.oldNotifier().port()).isUp());
            house.oldNotifier().stop();
            assertThat(house.inboxes(between).lost()).isEqualTo(5);

            house.newNotifier().start();
            house.awaitEveryMail();
            assertThat(house.inboxes().repeats()).isZero();
        }
    }

    private static boolean saysThatTheLedgerIsNewer(TwoReleases house) {
        String said = house.oldNotifier().said();
        return said.contains("newer than the latest available migration") && said.contains("bad SQL grammar");
    }

    private static void assertThatNobodyIsNamed(TwoReleases house) {
        for (Service service : new Service[] {house.newIntake, house.newNotifier()}) {
            assertThat(house.accepted().values()).noneMatch(service.said()::contains);
            assertThat(service.said()).doesNotContain("until I can drive");
        }
    }

    /** Three that the old notifier sets aside, for its key is not the one that they are sealed with. */
    private Visitors sealedForAnotherKey(TwoReleases house) throws Exception {
        SealKeyFiles.makeIfAbsent(otherKeys());
        house.oldIntake.stop();
        house.oldIntake
                .begin(Map.of(
                        "FORAMEN_SEAL_KEYS",
                        otherKeys().resolve(SealKeys.PUBLIC_FILE).toString()))
                .awaitReady();
        Visitors unreadable = house.accepted(3);
        await("three dead letters")
                .atMost(TwoReleases.SOON)
                .until(() -> house.stack.deadLetters().records().size() == 3);
        house.oldIntake.stop();
        house.oldIntake.start();
        return unreadable;
    }

    private void addOtherPrivateKey(TwoReleases house) throws IOException {
        Path ours = house.stack.folder().resolve("data/keys").resolve(SealKeys.PRIVATE_FILE);
        JsonNode all = JsonMapper.shared().readTree(Files.readString(ours));
        JsonNode other =
                JsonMapper.shared().readTree(Files.readString(otherKeys().resolve(SealKeys.PRIVATE_FILE)));
        ((ArrayNode) all.path("keys")).addAll((ArrayNode) other.path("keys"));
        Files.writeString(ours, all.toString());
    }

    private Path otherKeys() {
        return folder.resolve("keys");
    }
}
