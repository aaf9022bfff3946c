package org.foramen.intake.form;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One visitor with a fresh browser: what they see, what the browser loaded, and what it complained of. */
final class Visitor implements AutoCloseable {

    private static final int PHONE = 390;

    /** Those of a phone and of a desktop. */
    static final int[] WIDTHS = {PHONE, 1280};

    private static final String AXE = "() => {" + AxeBuilder.getAxeScript() + "\n}";
    private static final Map<String, Visitor> KNOWN = new HashMap<>();
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    final BrowserContext context;
    final Page page;
    private final List<String> loaded = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    Visitor(Chromium chromium, NewContextOptions options) {
        context = chromium.browser().newContext(options);
        page = context.newPage();
        page.setDefaultTimeout(60_000);
        page.onRequest(request -> loaded.add(request.url()));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    static NewContextOptions speaking(String language) {
        return new NewContextOptions()
                .setLocale(language)
                .setViewportSize(PHONE, 844)
                .setColorScheme(ColorScheme.LIGHT);
    }

    /** The same one again, on line and on a phone, with nothing seen yet: a new browser for each page takes longer than the page. */
    static Visitor again(Chromium chromium, String language, ColorScheme scheme, boolean script) {
        Visitor visitor = KNOWN.computeIfAbsent(
                language + scheme + script,
                first -> new Visitor(
                        chromium, speaking(language).setColorScheme(scheme).setJavaScriptEnabled(script)));
        visitor.context.setOffline(false);
        visitor.resize(PHONE);
        visitor.look(scheme);
        visitor.loaded.clear();
        visitor.complaints.clear();
        return visitor;
    }

    List<String> loaded() {
        return List.copyOf(loaded);
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    void resize(int width) {
        page.setViewportSize(width, 844);
    }

    /** Pixels by which the page is wider than its window. */
    int overhang() {
        return (Integer) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    void look(ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    /** What axe finds wrong, each with the element. */
    List<?> barriers() {
        return barriers("tag", RULES);
    }

    /** The same, of what a colour scheme may change. */
    List<?> barriersOfColours() {
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

    /** Adds a style sheet, as a person's own browser may; the page's policy does not hold for it. */
    void style(String css) {
        page.evaluate(
                "css => { const own = new CSSStyleSheet(); own.replaceSync(css); document.adoptedStyleSheets.push(own); }",
                css);
    }

    /** On a phone and on a desktop, in each of the schemes. */
    void keepScreenshots(String name, ColorScheme... schemes) {
        for (ColorScheme scheme : schemes) {
            look(scheme);
            for (int width : WIDTHS) {
                resize(width);
                keepScreenshot("%s-%s-%d".formatted(name, scheme.name().toLowerCase(Locale.ROOT), width));
            }
        }
    }

    void keepScreenshot(String name) {
        page.evaluate("scrollTo(0, 0)");
        style(".ask { position: static !important; }"); // else it lies over the middle
        page.screenshot(
                new ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screenshots", name + ".png")));
        page.evaluate("() => { document.adoptedStyleSheets.pop(); }");
    }

    void fill(String name, String email, String message) {
        page.fill("#message", message);
        page.fill("#name", name);
        page.check("input[value=email]");
        page.fill("#email", email);
    }

    /** Presses the button and waits for what comes of it. */
    void send() {
        page.locator("form [type=submit]").click();
        page.locator(".problems, .receipt").first().waitFor();
    }

    @Override
    public void close() {
        context.close();
    }
}
