package org.foramen.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One visit with a browser that nobody used before: the page, what it loaded, what the browser complained of, what stands in people's way. */
public class Visit implements AutoCloseable {

    /** Pixels of a phone's screen. */
    public static final int PHONE = 390;

    public static final int DESK = 1280;

    private static final int HEIGHT = 844;

    /** Milliseconds; a page is there at once, but not where all tests of a build run on two processors. */
    private static final int PATIENCE = 60_000;

    private static final boolean PICTURES = Boolean.getBoolean("foramen.pictures");

    private static final String AXE = "() => {" + AxeBuilder.getAxeScript() + "\n}";
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final BrowserContext context;
    private final Page page;
    private final List<String> loaded = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    public Visit(NewContextOptions options) {
        context = Chromium.shared().newContext(options);
        page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.onRequest(request -> loaded.add(request.url()));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    public BrowserContext context() {
        return context;
    }

    public Page page() {
        return page;
    }

    public List<String> loaded() {
        return List.copyOf(loaded);
    }

    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    protected void forget() {
        loaded.clear();
        complaints.clear();
    }

    public void resize(int width) {
        page.setViewportSize(width, HEIGHT);
    }

    public void look(ColorScheme scheme) {
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
    }

    /** Pixels by which the page is wider than its window. */
    public int overhang() {
        return (Integer) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    /** What axe finds wrong, each with the element. */
    public List<?> barriers() {
        return barriers("tag", RULES);
    }

    /** The same, of what a colour scheme may change. */
    public List<?> barriersOfColours() {
        return barriers("rule", List.of("color-contrast", "link-in-text-block"));
    }

    private List<?> barriers(String type, List<String> values) {
        page.frames().stream()
                .filter(frame -> !(Boolean) frame.evaluate("() => 'axe' in window"))
                .forEach(frame -> frame.evaluate(AXE));
        return (List<?>) page.evaluate(
                """
                runOnly => axe.run({runOnly, resultTypes: ['violations']}).then(found =>
                    found.violations.flatMap(rule => rule.nodes.map(node => rule.id + ': ' + node.html)))
                """,
                Map.of("type", type, "values", values));
    }

    /** The whole page for people to look at, where pictures are asked for: they prove nothing. */
    public void picture(Path file) {
        if (PICTURES) {
            page.screenshot(new ScreenshotOptions().setFullPage(true).setPath(file));
        }
    }

    @Override
    public void close() {
        Chromium.end(context);
    }
}
