package org.foramen.notifier.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.foramen.content.ContentCopy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command {@code route} shows. */
class ShowRouteCommandTests {

    private static final String ROUTES =
            """
            routes:
              - when: { urgency: urgent }
                to: [nurse@clinic.example, front-desk@clinic.example]
              - when: { procedure: [spinal-fusion, disc-replacement], language: es }
                to: surgery-es@clinic.example
              - when: { kind: contact, language: other }
                to: interpreter@clinic.example
            """;

    @TempDir
    Path folder;

    private Path content;

    @BeforeEach
    void addRoutes() {
        content = ContentCopy.in(folder)
                .change("clinic.yml", yaml -> yaml.replaceFirst("(?m)^routes: .*\\R", ROUTES))
                .folder();
    }

    @Test
    void whatFitsNoRouteGoesToTheInbox() {
        assertThat(shown("--procedure=foraminotomy"))
                .contains("Inboxes: front-desk@clinic.example")
                .contains("Handout: Foraminotomy (en). Chose foraminotomy in the form.");
    }

    @Test
    void theFirstRouteThatFitsIsTakenWithAllItsInboxes() {
        assertThat(shown("--procedure=spinal-fusion", "--language=es", "--urgent"))
                .contains("Inboxes: nurse@clinic.example, front-desk@clinic.example");
    }

    @Test
    void allConditionsOfARouteMustHold() {
        assertThat(shown("--procedure=spinal-fusion", "--language=en")).contains("Inboxes: front-desk@clinic.example");
        assertThat(shown("--procedure=spinal-fusion", "--language=es-MX"))
                .contains("Inboxes: surgery-es@clinic.example");
        assertThat(shown("--language=hy")).contains("Inboxes: interpreter@clinic.example");
    }

    @Test
    void theWordsOfAQuestionRouteItToo() {
        assertThat(shown("--language=es", "--message=¿Cuánto dura la fusión espinal?"))
                .contains("Inboxes: surgery-es@clinic.example");
    }

    @Test
    void anInquiryMayStandInAFile() throws Exception {
        Path file = Files.writeString(
                folder.resolve("sample.json"),
                """
                {"kind": "considering-procedure", "procedure": "disc-replacement", "preferredLanguage": "es",
                 "name": "Ana", "message": ""}
                """);

        assertThat(shown(file.toString())).contains("Inboxes: surgery-es@clinic.example");
    }

    @Test
    void businessMailWouldWait() {
        assertThat(shown("--message=We offer SEO services and guest posts to grow your website traffic."))
                .contains("Handout: none.")
                .contains("would wait until the clinic releases it");
    }

    @Test
    void whatTheFormWouldRefuseIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shown("--procedure=knee"))
                .withMessageStartingWith("the procedure 'knee' is not one of disc-replacement");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shown("--kind=sales"))
                .withMessage("the kind 'sales' is neither contact nor considering-procedure");
    }

    private String shown(String... options) {
        String[] args = new String[options.length + 2];
        args[0] = "route";
        System.arraycopy(options, 0, args, 1, options.length);
        args[options.length + 1] = "--foramen.content=" + content;
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        ShowRouteCommand.run(args, new PrintStream(shown, true, StandardCharsets.UTF_8));
        return shown.toString(StandardCharsets.UTF_8);
    }
}
