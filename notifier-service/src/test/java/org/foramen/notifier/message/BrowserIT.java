package org.foramen.notifier.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The look of the mails is tested in {@code src/browser}, which joins the build where there is a Chromium. */
class BrowserIT {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @Test
    void theMailsAreLookedAtWithARealBrowser() {
        boolean there = Files.isExecutable(CHROMIUM);
        if (!"true".equals(System.getenv("CI"))) {
            Assumptions.assumeTrue(
                    there, "There is no " + CHROMIUM + ": no mail is looked at (Debian: apt-get install chromium)");
        }
        assertThat(CHROMIUM).isExecutable();
    }
}
