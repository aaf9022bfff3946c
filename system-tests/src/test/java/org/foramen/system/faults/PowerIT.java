package org.foramen.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.foramen.contract.sealing.SealKeys;
import org.foramen.stack.process.Program;
import org.foramen.stack.process.Service;
import org.foramen.system.stack.Release;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

/** The power is cut while keys are made, while an older ledger is upgraded, and under PostgreSQL. */
@Timeout(3600)
class PowerIT {

    private static final int CUTS_OF_KEYS = Measure.isLong() ? 40 : 5;
    private static final int CUTS_OF_AN_UPGRADE = Measure.isLong() ? 6 : 1;
    private static final int OLD_MAILS = 20;

    private static final Pattern MADE = Pattern.compile("sealed for key ([^;]+);");
    private static final Pattern TABLES_ARE_NEW = Pattern.compile("Successfully applied|is up to date");

    @Test
    void whatIsSealedOpensThoughThePowerIsCutWhileKeysAreMade() throws Exception {
        try (OneDisk house = OneDisk.withLedgerInAFile("keys-cut")) {
            Moments moments = Moments.of(house);
            Path keys = house.disk.place().resolve("clinic/keys");
            Set<String> known = new TreeSet<>();
            for (int cut = 0; cut < CUTS_OF_KEYS; cut++) {
                Program command = moments.whileKeysAreMade(keys);
                house.cut();
                known.addAll(said(command));
                if (Files.exists(keys)) {
                    assertThat(in(keys, SealKeys.PUBLIC_FILE)).isNotEmpty().containsAll(known);
                    known.addAll(in(keys, SealKeys.PUBLIC_FILE));
                    assertThat(in(keys, SealKeys.PRIVATE_FILE)).containsAll(known);
                } else {
                    assertThat(known).isEmpty();
                    assertThat(command.said()).doesNotContain("Made ");
                }
            }
            house.stack.notifier().run("keys", keys.toString());
            System.out.printf(
                    "%d cuts of keys: %d are sealed for, %d open%n",
                    CUTS_OF_KEYS,
                    in(keys, SealKeys.PUBLIC_FILE).size(),
                    in(keys, SealKeys.PRIVATE_FILE).size());
        }
    }

    @Test
    void anOlderLedgerIsUpgradedWholeThoughThePowerIsCutMeanwhile() throws Exception {
        try (OneDisk house = OneDisk.withLedgerInAFile("tables-cut")) {
            Service notifier = house.stack.notifier();
            migrated(notifier, Map.of("SPRING_FLYWAY_TARGET", "6")); // as 0.1.0 left it
            LedgerFile.noteAsTheLastRelease(OLD_MAILS, house.stack);

            cutTheUpgrade(house);

            migrated(notifier, Map.of());
            assertThat(LedgerFile.states(house.stack)).hasSize(OLD_MAILS).containsValue("sent");
        }
    }

    @Test
    @Tag("long")
    void whatTheLastReleaseLeftIsMailedOnceThoughItsUpgradeIsCutOff() throws Exception {
        try (OneDisk house = OneDisk.withLedgerInAFile("upgrade-cut")) {
            replaceTheLastRelease(house);
        }
    }

    @Test
    @Tag("long")
    void whatTheLastReleaseLeftInPostgresIsMailedOnceThoughItsUpgradeIsCutOff() throws Exception {
        try (OneDisk house = OneDisk.withPostgres("upgrade-cut-postgres")) {
            replaceTheLastRelease(house);
        }
    }

    @Test
    @Tag("long")
    void whoeverWasToldYesReachesTheClinicThoughThePowerOfPostgresIsCut() throws Exception {
        try (OneDisk house = OneDisk.withPostgres("postgres-cut")) {
            Moments.of(house).cut();

            house.assertThatNobodyIsForgotten();
            try (Connection ledger = house.database().orElseThrow().connect();
                    Statement statement = ledger.createStatement();
                    ResultSet forced = statement.executeQuery(
                            "select current_setting('fsync') || ' ' || current_setting('synchronous_commit')")) {
                assertThat(forced.next()).isTrue();
                assertThat(forced.getString(1)).isEqualTo("on on");
            }
        }
    }

    private static void replaceTheLastRelease(OneDisk house) throws Exception {
        Service old = house.stack.notifier(Release.last(), "notifier-old");
        house.startWith(old);
        house.send();
        house.awaitThatNothingIsOwed();
        old.stop();
        house.send().awaitAll();

        cutTheUpgrade(house);

        house.assertThatNobodyIsForgotten();
    }

    private static void cutTheUpgrade(OneDisk house) throws Exception {
        Moments moments = Moments.of(house);
        for (int cut = 0; cut < CUTS_OF_AN_UPGRADE; cut++) {
            house.startDatabase();
            moments.whileTheTablesAreChanged();
            house.cut();
        }
    }

    /** Starts a notifier and ends it when its ledger has the tables that it wants. */
    private static void migrated(Service notifier, Map<String, String> settings) {
        notifier.begin(settings);
        int before = notifier.said().length();
        await("the tables")
                .atMost(OneDisk.SOON)
                .until(() -> TABLES_ARE_NEW.matcher(notifier.said()).find(before));
        notifier.kill();
    }

    private static List<String> said(Program command) {
        return MADE.matcher(command.said()).results().map(key -> key.group(1)).toList();
    }

    private static List<String> in(Path keys, String file) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(keys.resolve(file)))
                .path("keys")
                .valueStream()
                .map(key -> key.path("kid").asString())
                .toList();
    }
}
