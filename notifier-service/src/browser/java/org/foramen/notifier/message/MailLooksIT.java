package org.foramen.notifier.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.foramen.browser.Visit;
import org.foramen.notifier.MailSamples;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mail on a phone and on a desk, on light and dark screens. */
class MailLooksIT {

    private static final Path MAILS = Path.of("target/mails");

    /** Pixels: one and a half screens of a phone that shows 844. */
    private static final int LONGEST_LETTER = 1266;

    private static final int GMAIL_CLIPS_AT = 102 * 1024;

    @BeforeAll
    static void makeRoom() throws IOException {
        Files.createDirectories(MAILS);
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
        Path file = Files.write(MAILS.resolve(name + ".html"), html).toAbsolutePath();
        try (Visit visit = new Visit(new NewContextOptions())) {
            visit.page().navigate(file.toUri().toString());
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                visit.look(scheme);
                show(visit, Visit.DESK, name + "-desk-" + scheme.name().toLowerCase());
                show(visit, Visit.PHONE, name + "-phone-" + scheme.name().toLowerCase());
                assertThat(visit.barriers()).as(name + " " + scheme).isEmpty();
            }
            if (name.startsWith("patient-")) {
                assertThat(height(visit)).as(name + " on a phone").isLessThanOrEqualTo(LONGEST_LETTER);
            }
            if (name.startsWith("clinic-") || name.startsWith("notice-") || name.startsWith("reminder-")) {
                assertThat(height(visit)).as(name + " on a phone").isLessThanOrEqualTo(LONGEST_LETTER);
            }
            assertThat(visit.loaded()).as("nothing but the mail itself").hasSize(1);
        }
    }

    private static int height(Visit visit) {
        return (int) visit.page().evaluate("document.body.scrollHeight");
    }

    private static void show(Visit visit, int width, String name) {
        visit.resize(width);
        assertThat(visit.overhang()).as("sideways scrolling at " + width).isZero();
        visit.picture(MAILS.resolve(name + ".png"));
    }
}
