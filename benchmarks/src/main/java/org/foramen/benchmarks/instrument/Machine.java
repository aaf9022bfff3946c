package org.foramen.benchmarks.instrument;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.apache.kafka.common.utils.AppInfoParser;

/** What the figures were measured on. */
public final class Machine {

    private Machine() {}

    /** One sentence; the load is the system's average of the last minute and says how far the figures can be trusted. */
    public static String now() {
        return String.format(
                Locale.ROOT,
                "%s: %d cores of %s, %s GB, Linux %s, Java %s (%s), Kafka %s; load %s.",
                LocalDate.now(),
                Runtime.getRuntime().availableProcessors(),
                line("/proc/cpuinfo", "model name"),
                Math.round(Long.parseLong(line("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1e6),
                System.getProperty("os.version"),
                System.getProperty("java.version"),
                JavaOptions.TEXT,
                AppInfoParser.getVersion(),
                read("/proc/loadavg").split(" ")[0]);
    }

    private static String line(String file, String name) {
        return read(file)
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).trim())
                .findFirst()
                .orElse("0");
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
