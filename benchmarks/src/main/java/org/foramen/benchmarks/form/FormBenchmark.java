package org.foramen.benchmarks.form;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.foramen.benchmarks.instrument.Child;
import org.foramen.benchmarks.instrument.House;
import org.foramen.benchmarks.instrument.House.Server;
import org.foramen.benchmarks.instrument.Results;
import org.foramen.benchmarks.instrument.Rounds;
import org.foramen.benchmarks.instrument.Target;
import org.foramen.stack.process.Ports;
import tools.jackson.databind.JsonNode;

/**
 * The form's first load in a Chromium that is four times slower than this machine and has a line like 3G: 300 ms until an answer
 * begins, 700 kbit/s.
 */
public final class FormBenchmark {

    private static final String PAINT = "first paint s";
    private static final String SHIFT = "layout shift";
    private static final String BYTES = "KB";
    private static final int BYTES_A_SECOND = 700_000 / 8;

    /** What came after the load may still move the page: half a second is waited for it. */
    private static final String FIGURES =
            """
            new Promise(done => {
                let shift = 0;
                new PerformanceObserver(list => list.getEntries().forEach(entry => shift += entry.value))
                    .observe({type: 'layout-shift', buffered: true});
                const said = () => setTimeout(() => done({
                    paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
                    shift: shift,
                    bytes: [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                        .reduce((sum, entry) => sum + entry.transferSize, 0)
                }), 500);
                document.readyState === 'complete' ? said() : addEventListener('load', said);
            })
            """;

    private FormBenchmark() {}

    public static void run(int rounds) {
        int port = Ports.free();
        try (House house = new House("form");
                Server intake = house.intake("intake", Map.of());
                Child chromium = chromium(house.folder(), port)) {
            String form = intake.address("/considering/foraminotomy").toString();
            Rounds all = Rounds.of(1, rounds, Map.of("form", () -> load(port, form)));
            Results.raw("form.csv", all.csv());
            Target.FORM_BYTES.measured(all.spread("form", BYTES));
            Target.FORM_PAINT.measured(all.spread("form", PAINT));
            Target.FORM_SHIFT.measured(all.spread("form", SHIFT));
        }
    }

    private static Map<String, Double> load(int port, String form) {
        try (DevTools page = DevTools.page(port)) {
            page.ask("Page.enable", Map.of());
            page.ask("Network.enable", Map.of());
            page.ask("Network.setCacheDisabled", Map.of("cacheDisabled", true));
            page.ask(
                    "Network.emulateNetworkConditions",
                    Map.of(
                            "offline",
                            false,
                            "latency",
                            300,
                            "downloadThroughput",
                            BYTES_A_SECOND,
                            "uploadThroughput",
                            BYTES_A_SECOND));
            page.ask("Emulation.setCPUThrottlingRate", Map.of("rate", 4));
            page.ask(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", 390, "height", 844, "deviceScaleFactor", 3, "mobile", true));
            page.ask("Page.navigate", Map.of("url", form));
            JsonNode figures = page.ask(
                            "Runtime.evaluate",
                            Map.of("expression", FIGURES, "awaitPromise", true, "returnByValue", true))
                    .path("result")
                    .path("value");
            return Map.of(
                    PAINT, figures.path("paint").asDouble() / 1000,
                    SHIFT, figures.path("shift").asDouble(),
                    BYTES, figures.path("bytes").asDouble() / 1000);
        }
    }

    private static Child chromium(Path folder, int port) {
        String program = Stream.of("/usr/bin/chromium", "/usr/bin/google-chrome")
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("form needs Chromium: apt-get install chromium"));
        return Child.start(
                List.of(
                        program,
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--remote-debugging-port=" + port,
                        "--user-data-dir=" + folder.resolve("chromium"),
                        "about:blank"),
                Map.of(),
                folder,
                "chromium");
    }
}
