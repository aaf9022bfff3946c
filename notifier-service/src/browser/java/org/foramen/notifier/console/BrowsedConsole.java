package org.foramen.notifier.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.foramen.browser.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The console in a real browser. */
abstract class BrowsedConsole extends RunningConsole {

    private static final Path PICTURES = Path.of("target/console");

    private Visit visit;
    Page page;

    @BeforeEach
    void open() {
        open(new NewContextOptions());
    }

    private void open(NewContextOptions options) {
        visit = new Visit(options);
        visit.resize(Visit.DESK);
        page = visit.page();
    }

    @AfterEach
    void close() {
        visit.close();
        assertThat(visit.complaints()).as("what the browser complained of").isEmpty();
    }

    /** Goes on with a browser that nobody used before. */
    void openAnew(NewContextOptions options) {
        close();
        open(options);
    }

    static NewContextOptions withoutScripts() {
        return new NewContextOptions().setJavaScriptEnabled(false);
    }

    static NewContextOptions dark() {
        return new NewContextOptions().setColorScheme(ColorScheme.DARK);
    }

    void look(String name, String path) {
        page.navigate(at(path));
        look(name);
    }

    void look(String name) {
        for (int width : new int[] {Visit.DESK, Visit.PHONE, 320}) {
            visit.resize(width);
            assertThat(visit.overhang()).as(name + " at " + width).isZero();
            visit.picture(PICTURES.resolve(name + "-" + width + ".png"));
        }
        visit.resize(Visit.DESK);
        assertThat(visit.barriers()).as(name).isEmpty();
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
