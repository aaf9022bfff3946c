package org.foramen.notifier.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The console in a real browser; the screenshots are kept for people to look at. */
abstract class BrowsedConsole extends RunningConsole {

    private static final Path LOOKS = Path.of("target/console");
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    static Playwright playwright;
    static Browser browser;
    BrowserContext context;
    Page page;
    final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void start() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-background-networking",
                                "--disable-dev-shm-usage",
                                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1")));
    }

    @AfterAll
    static void stop() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void open() {
        open(ColorScheme.LIGHT);
    }

    @AfterEach
    void close() {
        context.close();
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    void look(String name, String path) {
        page.navigate(at(path));
        keep(name);
    }

    void keep(String name) {
        for (int width : new int[] {1280, 390, 320}) {
            page.setViewportSize(width, 800);
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(name + " at " + width)
                    .isEqualTo(width);
            page.screenshot(
                    new ScreenshotOptions().setFullPage(true).setPath(LOOKS.resolve(name + "-" + width + ".png")));
        }
        page.setViewportSize(1280, 800);
        assertThat(barriers()).as(name).isEmpty();
    }

    List<String> barriers() {
        return new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + ": " + node.getHtml()))
                        .toList();
    }

    void open(ColorScheme scheme) {
        context = browser.newContext(new NewContextOptions().setColorScheme(scheme).setViewportSize(1280, 800));
        page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
    }

    void signIn(String name, String path) {
        signIn(page, name, path);
    }

    void signIn(Page on, String name, String path) {
        on.navigate(at(path));
        fillIn(on, name, PASSWORD);
        assertThat(on.textContent("header")).contains(name);
    }

    void fillIn(String name, String password) {
        fillIn(page, name, password);
    }

    private static void fillIn(Page on, String name, String password) {
        on.fill("#username", name);
        on.fill("#password", password);
        on.click("button");
    }
}
