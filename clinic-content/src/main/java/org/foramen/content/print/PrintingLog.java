package org.foramen.content.print;

import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.Diagnostic;
import java.util.logging.Level;

/** What the printing library says, without the steps that it tells of each page. */
final class PrintingLog extends Slf4jLogger {

    @Override
    public boolean isLogLevelEnabled(Diagnostic diagnostic) {
        return matters(diagnostic.getLevel()) && super.isLogLevelEnabled(diagnostic);
    }

    @Override
    public void log(Diagnostic diagnostic) {
        if (matters(diagnostic.getLevel())) {
            super.log(diagnostic);
        }
    }

    @Override
    public void log(String where, Level level, String message) {
        if (matters(level)) {
            super.log(where, level, message);
        }
    }

    @Override
    public void log(String where, Level level, String message, Throwable trouble) {
        if (matters(level)) {
            super.log(where, level, message, trouble);
        }
    }

    private static boolean matters(Level level) {
        return level.intValue() >= Level.WARNING.intValue();
    }
}
