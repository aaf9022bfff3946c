package org.foramen.notifier.message;

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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.foramen.notifier.MailSamples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mail on a phone and on a desk, on light and dark screens; the screenshots are kept for people to look at. */
class MailLooksIT {

    private static final Path LOOKS = Path.of("target/mails");
    private static final int PHONE = 390;

    /** One and a half screens of a phone that shows 844 pixels. */
    private static final int LONGEST_LETTER = 1266;

    private static final int GMAIL_CLIPS_AT = 102 * 1024;
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        Files.createDirectories(LOOKS);
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
                                "--host-resolver-rules=MAP * ~NOTFOUND")));
    }

    @AfterAll
    static void stop() {
        if (playwright != null) {
            playwright.close();
        }
    }

    static Stream<Map.Entry<String, Mail>> mails() {
        return MailSamples.all().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("mails")
    void canBeReadOnEveryScreen(Map.Entry<String, Mail> sample) throws IOException {
        String name = sample.getKey();
        byte[] html = sample.getValue().html().getBytes(StandardCharsets.UTF_8);
        assertThat(html).hasSizeLessThan(GMAIL_CLIPS_AT);
        Path file = Files.write(LOOKS.resolve(name + ".html"), html).toAbsolutePath();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (BrowserContext context = browser.newContext(new NewContextOptions().setColorScheme(scheme))) {
                Page page = context.newPage();
                List<String> loaded = new ArrayList<>();
                page.onRequest(request -> loaded.add(request.url()));
                page.navigate(file.toUri().toString());
                show(page, 1280, name + "-desk-" + scheme.name().toLowerCase());
                show(page, PHONE, name + "-phone-" + scheme.name().toLowerCase());
                if (name.startsWith("patient-")) {
                    assertThat(height(page)).as(name + " on a phone").isLessThanOrEqualTo(LONGEST_LETTER);
                }
                assertThat(barriers(page)).as(name + " " + scheme).isEmpty();
                assertThat(loaded).as("nothing but the mail itself").hasSize(1);
            }
        }
    }

    private static int height(Page page) {
        return (int) page.evaluate("document.body.scrollHeight");
    }

    private static void show(Page page, int width, String name) {
        page.setViewportSize(width, 800);
        page.screenshot(new ScreenshotOptions().setFullPage(true).setPath(LOOKS.resolve(name + ".png")));
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("no sideways scrolling at " + width)
                .isEqualTo(width);
    }

    private static List<String> barriers(Page page) {
        return new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + ": " + node.getHtml()))
                        .toList();
    }
}
