package org.foramen.local.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxPagesTests {

    private static final String MARKUP = "<script>alert('x')</script>\"><img src=x>";
    private static final String ESCAPED = "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&gt;&lt;img src=x&gt;";
    private static final String MAIL =
            """
            From: MARKUP <mallory@example.com>
            To: MARKUP <desk@clinic.example>
            Reply-To: MARKUP
            Subject: MARKUP
            X-Other: MARKUP
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain; charset=utf-8

            Text MARKUP ñ
            --b
            Content-Type: text/html; charset=utf-8

            <html><head><title>x</title></head><body>HTML <img src="cid:pic@x"></body></html>
            --b
            Content-Type: image/png; name="pic.png"
            Content-ID: <pic@x>
            Content-Disposition: inline

            PNG
            --b
            Content-Type: application/pdf
            Content-Disposition: attachment; filename="hand out.pdf"

            PDF
            --b
            Content-Type: text/html
            Content-Disposition: attachment; filename="<b>.html"

            <script>alert(1)</script>
            --b--
            """;

    @TempDir
    Path folder;

    private MailFolder mails;
    private InboxPages pages;

    @BeforeEach
    void open() throws IOException {
        mails = new MailFolder(folder, Clock.systemUTC());
        pages = new InboxPages(mails);
    }

    @Test
    void anEmptyInboxSaysWhatWillComeHere() throws IOException {
        assertThat(text(pages.at("/", ""))).contains("No mail yet").contains("0 mails");
    }

    @Test
    void theListShowsMarkupInAMailAsText() throws IOException {
        store(MAIL);

        assertThat(text(pages.at("/", "")))
                .contains("1 mail.")
                .containsSubsequence(ESCAPED + "</a>", "to " + ESCAPED, "from " + ESCAPED)
                .doesNotContain("<script", "<img");
    }

    @Test
    void aMailsPageShowsMarkupInItAsText() throws IOException {
        PageResponse page = pages.at("/mails/" + store(MAIL), "");

        assertThat(text(page))
                .containsSubsequence(
                        "<h1 dir=\"auto\">" + ESCAPED + "</h1>",
                        "Reply to</dt><dd dir=\"auto\">" + ESCAPED + "</dd>",
                        "<iframe",
                        "Text " + ESCAPED + " ñ",
                        "X-Other: " + ESCAPED)
                .contains("&lt;b&gt;.html</a> (text/html, 25 bytes)")
                .doesNotContain("<script", "<img", "<b>");
        assertThat(page.headers().get("Content-Security-Policy"))
                .startsWith("default-src 'none';")
                .doesNotContain("script");
    }

    @Test
    void theHtmlOfAMailIsServedIntoASandboxWithItsPictures() throws IOException {
        String name = store(MAIL);

        PageResponse html = pages.at("/mails/" + name + "/html", "");

        assertThat(text(html))
                .contains("<head><base target=\"_blank\">")
                .contains("<img src=\"/mails/" + name + "/parts/1\">");
        assertThat(html.headers().get("Content-Security-Policy"))
                .startsWith("sandbox ")
                .contains("default-src 'none'")
                .doesNotContain("allow-scripts", "allow-same-origin");
    }

    @Test
    void aPdfIsShownInPlaceAndHtmlOnlySaved() throws IOException {
        String parts = "/mails/" + store(MAIL) + "/parts/";

        PageResponse pdf = pages.at(parts + 2, "");
        assertThat(text(pdf)).isEqualTo("PDF");
        assertThat(pdf.headers())
                .containsEntry("Content-Type", "application/pdf")
                .containsEntry("Content-Disposition", "inline; filename*=UTF-8''hand%20out.pdf");
        assertThat(pages.at(parts + 3, "").headers())
                .containsEntry("Content-Type", "application/octet-stream")
                .containsEntry("Content-Disposition", "attachment; filename*=UTF-8''%3Cb%3E.html");
        assertThat(pages.at(parts + 4, "").status()).isEqualTo(404);
    }

    @Test
    void theSourceIsTheFileAsItCame() throws IOException {
        String name = store(MAIL);

        PageResponse source = pages.at("/mails/" + name + "/source", "");

        assertThat(text(source)).startsWith("From: ").contains("<script>");
        assertThat(source.headers()).containsEntry("Content-Type", "text/plain; charset=utf-8");
    }

    @Test
    void encodedHeadersAreShownAsTheirWords() throws IOException {
        store("Subject: =?UTF-8?Q?Su_consulta:_cirug=C3=ADa?=\n\nHola");

        assertThat(text(pages.at("/", ""))).contains("Su consulta: cirugía");
    }

    @Test
    void aMailInAnUnknownCharacterSetIsStillShown() throws IOException {
        String name = store("Content-Type: text/plain; charset=no-such\n\nstill here");

        assertThat(text(pages.at("/mails/" + name, ""))).contains("still here").contains("(no subject)");
    }

    @Test
    void theListRefreshesUntilToldNotTo() throws IOException {
        assertThat(pages.at("/", "").headers()).containsEntry("Refresh", "3");
        assertThat(pages.at("/", "refresh=off").headers()).doesNotContainKey("Refresh");
    }

    @Test
    void otherAddressesAreNotFound() throws IOException {
        assertThat(pages.at("/mails/2026-11-22T12-00-00.500Z-0001.eml", "").status())
                .isEqualTo(404);
        assertThat(pages.at("/mails/../../pom.xml", "").status()).isEqualTo(404);
    }

    private String store(String mail) throws IOException {
        return mails.store(mail.replace("MARKUP", MARKUP).replace("\n", "\r\n").getBytes(UTF_8));
    }

    private static String text(PageResponse response) {
        return new String(response.body(), UTF_8);
    }
}
