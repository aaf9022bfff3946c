package org.foramen.benchmarks.inbox;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.foramen.benchmarks.instrument.House;
import org.foramen.benchmarks.instrument.House.Server;
import org.foramen.benchmarks.instrument.Ledger;

/** Two intakes behind one address, as a load balancer has them, and two notifiers with one ledger in PostgreSQL. */
final class Pair implements AutoCloseable {

    private static final String PARTITIONS = "16";

    private final House house;
    private final Map<String, String> notifierSettings;
    private final int smtpPort;
    private final List<Server> intakes = new ArrayList<>();
    private final List<Server> notifiers = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile List<URI> open = List.of();

    Pair(House house, Ledger ledger, int smtpPort) {
        this.house = house;
        this.smtpPort = smtpPort;
        notifierSettings = new TreeMap<>(ledger.settings("notifiers"));
        notifierSettings.put("FORAMEN_TOPIC_PARTITIONS", PARTITIONS);
        notifierSettings.put("FORAMEN_SMTP_CONNECTIONS", "8");
        for (int number = 0; number < 2; number++) {
            intakes.add(intake(number));
            notifiers.add(notifier(number));
        }
        openAll();
    }

    /** The intakes in turn, without one that is about to stop. */
    URI intake() {
        List<URI> now = open;
        return now.get(Math.floorMod(asked.getAndIncrement(), now.size()));
    }

    /** One after the other is stopped and started anew, as an orchestrator does it: the next when the last is ready. */
    void restartAll() {
        for (int number = 0; number < 2; number++) {
            notifiers.get(number).close();
            notifiers.set(number, notifier(number));
            Server stopping = intakes.get(number);
            open = open.stream()
                    .filter(address -> address.getPort() != stopping.port())
                    .toList();
            stopping.close();
            intakes.set(number, intake(number));
            openAll();
        }
    }

    private void openAll() {
        open = intakes.stream().map(intake -> intake.address("/api/inquiries")).toList();
    }

    private Server intake(int number) {
        return house.intake("intake-" + number, Map.of("FORAMEN_TOPIC_PARTITIONS", PARTITIONS));
    }

    private Server notifier(int number) {
        return house.notifier("notifier-" + number, smtpPort, notifierSettings);
    }

    @Override
    public void close() {
        intakes.forEach(Server::close);
        notifiers.forEach(Server::close);
    }
}
