package org.foramen.notifier.smtp.socket;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;

/**
 * The time that one mail has, from its first connection to the last answer. When it is over, the line that is in use is cut,
 * and each that is opened after.
 */
public final class Deadline implements AutoCloseable {

    private @Nullable Closeable line;
    private @Nullable ScheduledFuture<?> alarm;
    private boolean over;

    Deadline() {}

    synchronized void setAlarm(ScheduledFuture<?> alarm) {
        this.alarm = alarm;
    }

    /** Makes this line the one that is cut. */
    public synchronized void watch(Closeable line) {
        this.line = line;
        if (over) {
            cut();
        }
    }

    /** The line may be used for other mails now. */
    public synchronized void release() {
        line = null;
    }

    synchronized void end() {
        over = true;
        cut();
    }

    private void cut() {
        try {
            if (line != null) {
                line.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a socket did not close", e);
        }
    }

    /** The work is done in time. */
    @Override
    public synchronized void close() {
        release();
        if (alarm != null) {
            alarm.cancel(false);
        }
    }
}
