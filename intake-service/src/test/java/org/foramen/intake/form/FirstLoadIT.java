package org.foramen.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire when a page is opened, and the rules that go with it. */
class FirstLoadIT extends RunningIntake {

    private static final int MOST = 16_000;

    /** What browsers reckon for the head of an answer (Resource Timing, {@code transferSize}). */
    private static final int HEAD = 300;

    private static final Pattern FILES = Pattern.compile("<(?:link|script|img)[^>]* (?:href|src)=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?lang=en",
                "/?lang=es",
                "/considering/foraminotomy?lang=en",
                "/considering/foraminotomy?lang=es"
            })
    void aFirstLoadIsSmall(String path) throws Exception {
        HttpResponse<byte[]> page = get(path);
        List<String> files = FILES.matcher(text(page))
                .results()
                .map(MatchResult::group)
                .map(tag ->
                        FILES.matcher(tag).results().findFirst().orElseThrow().group(1))
                .distinct()
                .toList();
        int bytes = HEAD + page.body().length;
        for (String file : files) {
            HttpResponse<byte[]> answer = get(file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(header(answer, "Cache-Control")).as(file).startsWith("max-age=");
            bytes += HEAD + answer.body().length;
        }
        System.out.printf("First load of %s: %,d bytes in %d files%n", path, bytes, files.size() + 1);
        assertThat(bytes).isLessThanOrEqualTo(MOST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/considering/foraminotomy", "/received/K7F3-92QX", "/nothing-here"})
    void aPageIsNeitherFramedNorKeptNorAllowedToReachElsewhere(String path) throws Exception {
        HttpResponse<byte[]> page = get(path);

        assertThat(header(page, "Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                .doesNotContain("unsafe", "http", "*");
        assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(page, "Permissions-Policy")).contains("camera=()");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void aFramedPageIsShownOnAllowedSitesOnly() throws Exception {
        assertThat(header(get("/embed/"), "Content-Security-Policy"))
                .endsWith("frame-ancestors 'self' " + CLINIC_SITE.origin());
    }

    @ParameterizedTest
    @CsvSource({
        "/, 'es-MX,en;q=0.5', es",
        "/, 'fr,en;q=0.5', en",
        "/, fr, en",
        "/?lang=es, en, es",
        "/?lang=es-US, en, es",
        "/?lang=xx, es, es",
        "/nothing-here?lang=es, en, es"
    })
    void theLanguageIsTheLinksThenTheBrowsersThenTheClinics(String path, String accepted, String shown)
            throws Exception {
        HttpRequest request = request(path).header("Accept-Language", accepted).build();

        assertThat(text(client.send(request, BodyHandlers.ofByteArray()))).contains("<html lang=\"" + shown + "\"");
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(at(path)))
                .header("Accept", "text/html,*/*;q=0.8")
                .header("Accept-Encoding", "gzip");
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        Optional<String> encoding = answer.headers().firstValue("Content-Encoding");
        byte[] body = answer.body();
        if (encoding.isPresent()) {
            try (GZIPInputStream unzipped = new GZIPInputStream(new java.io.ByteArrayInputStream(body))) {
                body = unzipped.readAllBytes();
            }
        }
        return new String(body, StandardCharsets.UTF_8);
    }
}
