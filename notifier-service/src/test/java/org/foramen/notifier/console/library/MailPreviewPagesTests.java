package org.foramen.notifier.console.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.foramen.content.ClinicContent;
import org.foramen.content.print.HandoutPdfs;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.message.Stationery;
import org.foramen.notifier.message.desk.MailLinks;
import org.foramen.notifier.preview.MailPreviews;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** The console shows each kind of mail that the command writes. */
class MailPreviewPagesTests {

    private static final ClinicContent CONTENT = ClinicContent.load(Path.of("../content"));
    private static final Stationery STATIONERY =
            new Stationery(CONTENT, new MailLinks(URI.create("https://console.clinic.example")));
    private static final HandoutPdfs PDFS = new HandoutPdfs(CONTENT);

    private final MockMvc console = MockMvcBuilders.standaloneSetup(new MailPreviewPages(STATIONERY, PDFS))
            .setViewResolvers(ConsoleTemplates.resolver())
            .build();

    @Test
    void eachMailOfTheCommandIsThere() throws Exception {
        Map<String, Mail> mails = MailPreviews.of(STATIONERY, PDFS);

        String list = answer("/library/mails").getContentAsString();

        assertThat(mails).hasSizeGreaterThan(40);
        for (String name : mails.keySet()) {
            assertThat(list).contains("href=\"/library/mails/" + name + "\"");
            MockHttpServletResponse mail = answer("/library/mails/" + name);
            assertThat(mail.getContentAsString()).isEqualTo(mails.get(name).html());
            assertThat(mail.getHeader("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
        }
    }

    @Test
    void aKindOfMailIsNamedOnceWithItsLanguages() throws Exception {
        String list = answer("/library/mails").getContentAsString();

        assertThat(list).containsOnlyOnce("<th scope=\"row\">patient today</th>");
        assertThat(list.split("in Spanish", -1)).hasSameSizeAs(list.split("in English", -1));
    }

    @Test
    void whatIsNoMailIsNotFound() throws Exception {
        assertThat(answer("/library/mails/nothing").getStatus()).isEqualTo(404);
    }

    private MockHttpServletResponse answer(String path) throws Exception {
        return console.perform(get(path)).andReturn().getResponse();
    }
}
