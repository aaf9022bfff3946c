package org.foramen.intake.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.foramen.base.time.AskedTask;
import org.foramen.base.web.HeapShare;
import org.foramen.intake.publish.SpoolFile.Unreadable;
import org.foramen.intake.settings.IntakeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Carries what waits in the spool to Kafka, in turn, and forgets each inquiry only when Kafka has it. It looks when it is asked, and
 * again and again while anything waits.
 */
@Component
class SpoolRelay {

    private static final Logger log = LoggerFactory.getLogger(SpoolRelay.class);

    /** Of the heap, for inquiries on their way from the disk. */
    private static final int PERCENT = 10;

    private static final int AT_ONCE = HeapShare.count(PERCENT, Spool.LARGEST, 200);
    private static final long PATIENCE_SECONDS = 60;

    private final Spool spool;
    private final KafkaSender kafka;
    private final Clock clock;
    private final AskedTask soon;
    private final RefusedFiles refused = new RefusedFiles();
    private boolean away;
    private boolean unreadable;

    SpoolRelay(Spool spool, KafkaSender kafka, Clock clock, IntakeSettings settings, TaskScheduler scheduler) {
        this.spool = spool;
        this.kafka = kafka;
        this.clock = clock;
        this.soon = new AskedTask(this::run, settings.spool().interval(), scheduler);
    }

    /** Something was put into the spool, or may have been. */
    void ask() {
        soon.ask();
    }

    void run() {
        try {
            drain();
            unreadable = false;
        } catch (IOException e) {
            sayThatTheSpoolCannotBeRead(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (unreadable || !spool.isEmpty()) {
                soon.ask();
            }
        }
    }

    /** Goes on as long as Kafka takes any of them; who stands behind those that it refuses is next. */
    void drain() throws IOException, InterruptedException {
        List<Path> next = next();
        if (next.isEmpty()) {
            return;
        }
        if (!kafka.isThere()) {
            sayThatKafkaIsAway();
            return;
        }
        int carried = 0;
        for (int done = carry(next); done > 0; done = carry(next())) {
            carried += done;
        }
        if (carried > 0) {
            away = false;
            log.info("{} spooled inquiries carried over to Kafka", carried);
        }
    }

    /** Files that Kafka did not take when it was asked last. */
    int refused() {
        return refused.count();
    }

    private void sayThatKafkaIsAway() {
        if (!away) {
            away = true;
            log.warn("Kafka does not answer: inquiries wait on this machine's disk");
        }
    }

    private void sayThatTheSpoolCannotBeRead(IOException why) {
        if (!unreadable) {
            unreadable = true;
            log.error("The folder of the spool cannot be read, and what it holds waits: {}", why.toString());
        }
    }

    private List<Path> next() throws IOException {
        return refused.next(spool.waiting(), AT_ONCE, clock.instant());
    }

    /** How many of these do not wait any more. */
    private int carry(List<Path> files) throws InterruptedException {
        Map<Path, CompletableFuture<?>> sent = new LinkedHashMap<>();
        for (Path file : files) {
            try {
                sent.put(file, kafka.send(spool.read(file)));
            } catch (Unreadable e) {
                setAside(file);
            }
        }
        int waiting = 0;
        for (Map.Entry<Path, CompletableFuture<?>> one : sent.entrySet()) {
            waiting += settle(one.getKey(), one.getValue()) ? 0 : 1;
        }
        return files.size() - waiting;
    }

    /** True when the file needs no further try: Kafka has it, or never will. */
    private boolean settle(Path file, CompletableFuture<?> sent) throws InterruptedException {
        try {
            sent.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            refused.remove(file);
            spool.remove(file);
            return true;
        } catch (ExecutionException e) {
            Throwable why = NestedExceptionUtils.getMostSpecificCause(e);
            if (why instanceof RecordTooLargeException) {
                setAside(file);
                return true;
            }
            rest(file, why);
            return false;
        } catch (TimeoutException e) {
            rest(file, e);
            return false;
        }
    }

    private void setAside(Path file) {
        refused.remove(file);
        spool.setAside(file);
    }

    private void rest(Path file, Throwable why) {
        if (refused.add(file, clock.instant())) {
            log.warn(
                    "Kafka did not take {} of the spool, which waits behind the others: {}",
                    file.getFileName(),
                    why.getClass().getSimpleName());
        }
    }
}
