package org.foramen.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The system's Chromium, driven by Playwright; it can reach nothing but this machine. All tests of a process share one. */
final class Chromium {

    private static final Path EXECUTABLE = Path.of("/usr/bin/chromium");

    /** Without a graphics card the browser imitates one, which takes half as long again as painting by itself. */
    private static final String PAINTS_BY_ITSELF = "--disable-gpu";

    /** It ends a visit at once, or never. */
    private static final Executor AFTER_A_MINUTE = CompletableFuture.delayedExecutor(1, TimeUnit.MINUTES);

    private static Browser shared = start();

    private Chromium() {}

    static synchronized Browser shared() {
        if (!shared.isConnected()) {
            shared = start();
        }
        return shared;
    }

    /** Ends a visit. Playwright waits for ever for a browser that does not: that one is killed, and the next visit has another. */
    static void end(BrowserContext visit) {
        AtomicBoolean ended = new AtomicBoolean();
        CompletableFuture<Void> watch = CompletableFuture.runAsync(() -> kill(ended), AFTER_A_MINUTE);
        try {
            visit.close();
        } catch (PlaywrightException e) {
            if (!ended.get()) {
                throw e;
            }
        } finally {
            watch.cancel(false);
        }
    }

    private static void kill(AtomicBoolean ended) {
        System.err.println("Chromium did not end a visit within a minute; another is started");
        ended.set(true);
        ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").contains("chromium"))
                .forEach(ProcessHandle::destroyForcibly);
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
