package org.foramen.notifier.message;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Map;
import org.foramen.content.ClinicContent;
import org.foramen.content.file.InvalidContent;
import org.foramen.notifier.message.template.MailTemplates;
import org.junit.jupiter.api.Test;

/** What is said of a template that fails. */
class MailTemplatesTests {

    @Test
    void aTemplateThatFailsIsNamedWithItsLine() {
        MailTemplates templates =
                new MailTemplates(ClinicContent.load(Path.of("../content")).clinic());

        assertThatExceptionOfType(InvalidContent.class)
                .isThrownBy(
                        () -> templates.write("patient", "en", "subject", "preheader", Map.of("alarm", "no phrase")))
                .withMessageMatching("(?s)mail/(patient|parts)\\.(txt|html), line \\d+: this template fails: .*");
    }
}
