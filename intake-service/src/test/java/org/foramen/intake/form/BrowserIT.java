package org.foramen.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The browser tests are in {@code src/browser} and join the build where there is a Chromium, for their driver is large. */
class BrowserIT {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @Test
    void theFormsAreVisitedWithARealBrowser() {
        boolean there = Files.isExecutable(CHROMIUM);
        if (!"true".equals(System.getenv("CI"))) {
            Assumptions.assumeTrue(
                    there,
                    "There is no " + CHROMIUM + ": the browser tests are left out (Debian: apt-get install chromium)");
        }
        assertThat(CHROMIUM).isExecutable();
    }
}
