package org.foramen.notifier.consumer;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.common.KafkaException;
import org.foramen.base.time.Wait;
import org.foramen.notifier.sending.CircuitBreaker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns a group's loop on a thread of its own until it is stopped, whatever fails meanwhile. */
final class SendThread implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(SendThread.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration FOR_MAILS_ON_THEIR_WAY = Duration.ofSeconds(25);

    private final Group group;
    private final SendLoopFactory loops;
    private final CircuitBreaker breaker;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition stopped = lock.newCondition();
    private volatile boolean stopping;
    private volatile boolean waiting;
    private volatile @Nullable SendLoop turned;
    private @Nullable Thread thread;

    SendThread(Group group, SendLoopFactory loops) {
        this.group = group;
        this.loops = loops;
        this.breaker = loops.breaker(group);
    }

    boolean paused() {
        return breaker.isOpen();
    }

    /** True while its turns fail, mostly because the ledger takes nothing. */
    boolean waits() {
        return waiting;
    }

    void start() {
        stopping = false;
        thread = daemon(this, group.name());
        thread.start();
    }

    /** No mail is begun any more. */
    void stop() {
        stopping = true;
        SendLoop loop = turned;
        if (loop != null) {
            loop.wakeUp();
        }
        lock.lock();
        try {
            stopped.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns when the mails on their way are noted. */
    void join() {
        try {
            if (thread != null) {
                thread.join(FOR_MAILS_ON_THEIR_WAY.plusSeconds(5).toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isRunning() {
        return thread != null && thread.isAlive();
    }

    @Override
    public void run() {
        ExecutorService pool = Executors.newFixedThreadPool(group.connections(), work -> daemon(work, group.name()));
        while (!stopping) {
            try {
                turn(loops.loop(group, pool, breaker));
            } catch (KafkaException e) {
                log.warn("{} begins anew: {}", group.name(), e.getClass().getSimpleName());
                pause();
            } catch (RuntimeException | Error e) { // whatever it is, nobody else would read for this group
                log.error("{} begins anew: {}", group.name(), e.getClass().getName());
                log.debug("why it begins anew", e);
                pause();
            }
        }
        pool.shutdown();
    }

    private void turn(SendLoop loop) {
        turned = loop;
        try {
            while (!stopping) {
                try {
                    loop.turn();
                    waiting = false;
                } catch (KafkaException e) {
                    throw e;
                } catch (RuntimeException e) { // mostly the ledger: nothing is forgotten, the next turn tries again
                    waiting = true;
                    log.warn("{} waits: {}", group.name(), e.getClass().getSimpleName());
                    log.debug("why it waits", e);
                    pause();
                }
            }
        } finally {
            turned = null;
            loop.finish(Wait.of(FOR_MAILS_ON_THEIR_WAY));
        }
    }

    private void pause() {
        lock.lock();
        try {
            if (!stopping && !stopped.await(AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS)) {
                log.debug("{} goes on", group.name());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
