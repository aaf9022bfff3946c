package org.foramen.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The system's Chromium, driven by Playwright; it can reach nothing but this machine. All tests of a process share one. */
final class Chromium {

    private static final Path EXECUTABLE = Path.of("/usr/bin/chromium");

    /** Without a graphics card the browser imitates one, which takes half as long again as painting by itself. */
    private static final String PAINTS_BY_ITSELF = "--disable-gpu";

    private static final Browser SHARED = start();

    private Chromium() {}

    static Browser shared() {
        return SHARED;
    }

    private static Browser start() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(EXECUTABLE)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--no-first-run",
                                PAINTS_BY_ITSELF,
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-default-apps",
                                "--disable-dev-shm-usage",
                                "--disable-sync",
                                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1")));
    }
}
