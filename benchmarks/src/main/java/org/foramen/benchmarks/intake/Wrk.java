package org.foramen.benchmarks.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.foramen.benchmarks.instrument.Child;
import org.foramen.benchmarks.instrument.House.Server;

/** Load from <a href="https://github.com/wg/wrk">wrk</a>: as many posts as answers come back, on kept connections. */
final class Wrk {

    private final Path folder;
    private int runs;

    Wrk(Path folder) {
        this.folder = folder;
        try (InputStream script = Wrk.class.getResourceAsStream("/post.lua")) {
            if (script == null) {
                throw new IllegalStateException("post.lua is not on the class path");
            }
            Files.copy(script, folder.resolve("post.lua"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isInstalled() {
        return Files.isExecutable(Path.of("/usr/bin/wrk"));
    }

    /** @param arguments of the script; what is not 2xx or 3xx is no accepted inquiry */
    Load run(Server server, int connections, Duration time, String... arguments) {
        runs++;
        List<String> command = new ArrayList<>(List.of(
                "/usr/bin/wrk",
                "-t1",
                "-c" + connections,
                "-d" + time.toSeconds() + "s",
                "--timeout",
                "10s",
                "--latency",
                "-s",
                folder.resolve("post.lua").toString(),
                server.address("").toString(),
                "--"));
        command.addAll(List.of(arguments));
        Child wrk = Child.start(command, Map.of(), folder, "wrk-" + runs);
        double cpu = wrk.cpuSecondsAtItsEnd(time.plusSeconds(30));
        String[] result = wrk.said()
                .lines()
                .filter(line -> line.startsWith("RESULT "))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("wrk failed: see " + wrk.log()))
                .split(" ");
        long refused = Long.parseLong(result[3]);
        return new Load(
                Long.parseLong(result[1]) - refused,
                refused + Long.parseLong(result[4]),
                Long.parseLong(result[2]) / 1e6,
                Long.parseLong(result[5]) / 1e3,
                Long.parseLong(result[6]) / 1e3,
                cpu);
    }

    /**
     * What came of it.
     *
     * @param half the median of the answer times, in milliseconds
     * @param p99 in milliseconds
     * @param cpu wrk's own processor seconds
     */
    record Load(long accepted, long failed, double seconds, double half, double p99, double cpu) {}
}
