package org.foramen.system.faults;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.foramen.stack.process.Service;

/** The moments at which what is on the disk is written anew, to take less room: of Kafka's topic and of a ledger in a file. */
final class Compactions {

    /** What Kafka has on the disk meanwhile, in this order. */
    private static final List<String> TRACES = List.of(".cleaned", ".swap", ".deleted");

    private final OneDisk house;
    private final Random random;

    Compactions(OneDisk house, Random random) {
        this.house = house;
        this.random = random;
    }

    /** There is something to take away, and whoever sends after a while closes the segment that holds it. */
    void whileKafkaCompacts() throws Exception {
        house.start();
        Visitors first = house.send();
        house.awaitThatNothingIsOwed();
        house.stack.notifier().run("erase", first.accepted().keySet().iterator().next());
        house.stack.inquiries().compactSoon();
        List<String> traces = TRACES.subList(random.nextInt(TRACES.size()), TRACES.size());
        house.send();
        Moments.awaitClosely("Kafka compacts", () -> hasAny(traces));
    }

    /** H2 compacts its file for a moment when the last connection closes. */
    void whileTheLedgerIsCompacted() {
        house.start();
        house.send().awaitMore(5 + random.nextInt(40));
        Service notifier = house.stack.notifier();
        int before = notifier.said().length();
        notifier.program().askToEnd();
        Moments.awaitClosely("the ledger is closed", () -> notifier.said().indexOf("Shutdown initiated", before) > 0);
    }

    private boolean hasAny(List<String> traces) throws IOException {
        try (DirectoryStream<Path> partitions = Files.newDirectoryStream(
                house.disk.place().resolve("broker-1/log"),
                house.stack.inquiries().name() + "-*")) {
            for (Path partition : partitions) {
                if (Moments.count(partition, "*{" + String.join(",", traces) + "}") > 0) {
                    return true;
                }
            }
            return false;
        }
    }
}
