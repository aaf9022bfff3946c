package org.foramen.intake.form;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.foramen.browser.Visit;

/** Somebody who fills in the form. */
final class Visitor extends Visit {

    /** Those of a phone and of a desktop. */
    static final int[] WIDTHS = {PHONE, DESK};

    private static final Map<String, Visitor> KNOWN = new HashMap<>();

    Visitor(NewContextOptions options) {
        super(options);
    }

    static NewContextOptions speaking(String language) {
        return new NewContextOptions()
                .setLocale(language)
                .setViewportSize(PHONE, 844)
                .setColorScheme(ColorScheme.LIGHT);
    }

    /** One whom nobody saw before. */
    static Visitor fresh(String language, boolean script) {
        return new Visitor(speaking(language).setJavaScriptEnabled(script));
    }

    static Visitor again(String language, boolean script) {
        return again(language, ColorScheme.LIGHT, script);
    }

    /** The same one again, on line and on a phone, with nothing seen yet: a new browser for each page takes longer than the page. */
    static Visitor again(String language, ColorScheme scheme, boolean script) {
        Visitor visitor = KNOWN.computeIfAbsent(
                language + scheme + script,
                first -> new Visitor(speaking(language).setColorScheme(scheme).setJavaScriptEnabled(script)));
        visitor.context().setOffline(false);
        visitor.resize(PHONE);
        visitor.look(scheme);
        visitor.forget();
        return visitor;
    }

    /** Adds a style sheet, as a person's own browser may; the page's policy does not hold for it. */
    void style(String css) {
        page().evaluate(
                        "css => { const own = new CSSStyleSheet(); own.replaceSync(css); document.adoptedStyleSheets.push(own); }",
                        css);
    }

    /** On a phone and on a desktop, in each of the schemes. */
    void keepPictures(String name, ColorScheme... schemes) {
        for (ColorScheme scheme : schemes) {
            look(scheme);
            for (int width : WIDTHS) {
                resize(width);
                keepPicture("%s-%s-%d".formatted(name, scheme.name().toLowerCase(Locale.ROOT), width));
            }
        }
    }

    void keepPicture(String name) {
        page().evaluate("scrollTo(0, 0)");
        style(".ask { position: static !important; }"); // else it lies over the middle
        picture(Path.of("target/screenshots", name + ".png"));
        page().evaluate("() => { document.adoptedStyleSheets.pop(); }");
    }

    void fill(String name, String email, String message) {
        page().fill("#message", message);
        page().fill("#name", name);
        page().check("input[value=email]");
        page().fill("#email", email);
    }

    /** Presses the button and waits for what comes of it. */
    void send() {
        page().locator("form [type=submit]").click();
        page().locator(".problems, .receipt").first().waitFor();
    }
}
