package org.foramen.intake.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.foramen.intake.publish.SpoolFile.Spoilt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** Carries what waits in the spool to Kafka, in turn, and forgets each inquiry only when Kafka has it. */
@Component
class SpoolRelay implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(SpoolRelay.class);
    private static final int AT_ONCE = 200;
    private static final long PATIENCE_SECONDS = 60;

    private final Spool spool;
    private final KafkaSender kafka;
    private boolean away;

    SpoolRelay(Spool spool, KafkaSender kafka) {
        this.spool = spool;
        this.kafka = kafka;
    }

    @Override
    public void run() {
        try {
            drain();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void drain() throws IOException, InterruptedException {
        if (spool.isEmpty()) {
            return;
        }
        if (!kafka.isThere()) {
            sayThatKafkaIsAway();
            return;
        }
        int carried = 0;
        for (List<Path> turn = next(); !turn.isEmpty(); turn = next()) {
            if (!carry(turn)) {
                return;
            }
            carried += turn.size();
        }
        away = false;
        log.info("Kafka is back: {} spooled inquiries carried over", carried);
    }

    private void sayThatKafkaIsAway() {
        if (!away) {
            away = true;
            log.warn("Kafka does not answer: inquiries wait on this machine's disk");
        }
    }

    private List<Path> next() throws IOException {
        List<Path> waiting = spool.waiting();
        return waiting.subList(0, Math.min(AT_ONCE, waiting.size()));
    }

    /** True when none of these waits any more. */
    private boolean carry(List<Path> files) throws InterruptedException {
        Map<Path, CompletableFuture<?>> sent = new LinkedHashMap<>();
        for (Path file : files) {
            try {
                sent.put(file, kafka.send(spool.read(file)));
            } catch (Spoilt e) {
                spool.setAside(file);
            }
        }
        boolean all = true;
        for (Map.Entry<Path, CompletableFuture<?>> one : sent.entrySet()) {
            all &= settle(one.getKey(), one.getValue());
        }
        if (!all) {
            log.warn("Kafka does not take the spooled inquiries yet: {} wait", spool.inquiries());
        }
        return all;
    }

    /** True when the file needs no further try: Kafka has it, or never will. */
    private boolean settle(Path file, CompletableFuture<?> sent) throws InterruptedException {
        try {
            sent.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            spool.remove(file);
            return true;
        } catch (ExecutionException e) {
            if (NestedExceptionUtils.getMostSpecificCause(e) instanceof RecordTooLargeException) {
                spool.setAside(file);
                return true;
            }
            return false;
        } catch (TimeoutException e) {
            return false;
        }
    }
}
