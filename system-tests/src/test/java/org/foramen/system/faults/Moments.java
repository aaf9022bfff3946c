package org.foramen.system.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.foramen.stack.disk.FolderChanges;
import org.foramen.stack.process.Program;
import org.foramen.stack.process.Service;

/** When the power is cut; within each kind the moment is drawn by a seed ({@code -Dforamen.seed}). */
final class Moments {

    private static final int LONG_ROUNDS = 2;

    /** Two files in a folder, each of them made aside, filled and renamed. */
    private static final int CHANGES_FOR_KEYS = 12;

    /** Since the last release, at least. */
    private static final int MIGRATIONS = 11;

    private static final Pattern MIGRATION = Pattern.compile("Migrating schema");

    private final OneDisk house;
    private final Random random;

    private Moments(OneDisk house, Random random) {
        this.house = house;
        this.random = random;
    }

    static Moments of(OneDisk house) {
        long seed = Long.getLong("foramen.seed", System.nanoTime());
        System.out.println("the cuts are drawn by -Dforamen.seed=" + seed);
        return new Moments(house, new Random(seed));
    }

    /** One of them in the short form, which is drawn too; each several times in the long form. */
    void cut() throws Exception {
        Compactions compactions = new Compactions(house, random);
        List<Moment> all = new ArrayList<>(List.of(
                this::whileItStarts,
                this::whilePeopleSend,
                this::whileTheSpoolIsEmptied,
                this::whileTheKeyIsChanged,
                this::afterTheKeyWasChanged,
                compactions::whileKafkaCompacts));
        if (house.database().isEmpty()) {
            all.add(compactions::whileTheLedgerIsCompacted);
        }
        List<Moment> drawn = List.of(all.get(random.nextInt(all.size())));
        for (int round = 0; round < (Measure.isLong() ? LONG_ROUNDS : 1); round++) {
            for (Moment moment : Measure.isLong() ? all : drawn) {
                moment.comes();
                house.cut();
            }
        }
    }

    private void whileItStarts() throws IOException {
        Visitors crowd = house.send();
        house.begin();
        crowd.awaitMore(1 + random.nextInt(10));
    }

    private void whilePeopleSend() {
        house.start();
        house.send().awaitMore(5 + random.nextInt(40));
    }

    private void whileTheSpoolIsEmptied() throws InterruptedException {
        house.start();
        house.stack.kafka().kill();
        house.send().awaitAll();
        int left = random.nextInt(OneDisk.MEASURE.inquiries());
        house.stack.kafka().start();
        awaitClosely(
                "the spool is being emptied", () -> count(house.stack.data().resolve("spool"), "*.inquiry") <= left);
    }

    private void whileTheKeyIsChanged() {
        house.start();
        house.send();
        whileKeysAreMade(house.stack.data().resolve("keys"));
    }

    /** The command makes a pair of keys, or changes it; it may be done already. */
    Program whileKeysAreMade(Path keys) {
        FolderChanges changes = new FolderChanges(Files.exists(keys) ? keys : keys.getParent());
        int which = 1 + random.nextInt(CHANGES_FOR_KEYS);
        Program command = house.stack.notifier().beside("keys", keys.toString());
        awaitClosely("keys are made", () -> changes.seen() >= which || !command.isRunning());
        return command;
    }

    /** The services took the new key in the order that the page on operations wants. */
    private void afterTheKeyWasChanged() {
        house.start();
        house.stack.notifier().run("keys", house.stack.data().resolve("keys").toString());
        for (Service service : List.of(house.stack.notifier(), house.stack.intake())) {
            service.stop();
            service.start();
        }
        house.send().awaitMore(5 + random.nextInt(40));
    }

    /** The notifier starts on an older ledger; where there is nothing left to change in it, when it is ready. */
    void whileTheTablesAreChanged() {
        Service notifier = house.stack.notifier().begin(Map.of());
        int before = notifier.said().length();
        int which = 1 + random.nextInt(MIGRATIONS);
        awaitClosely("tables are changed", () -> {
            String said = notifier.said().substring(before);
            return MIGRATION.matcher(said).results().count() >= which || said.contains("Started NotifierApplication");
        });
    }

    static void awaitClosely(String what, Callable<Boolean> isSo) {
        await(what).atMost(OneDisk.SOON).pollInterval(Duration.ofMillis(1)).until(isSo);
    }

    static long count(Path folder, String names) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, names)) {
            return StreamSupport.stream(found.spliterator(), false).count();
        }
    }

    /** When the power is cut. */
    private interface Moment {

        void comes() throws Exception;
    }
}
