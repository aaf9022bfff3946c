package org.foramen.benchmarks.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foramen.benchmarks.instrument.House.Server;

/** Tokens of forms, each from a page of its own that was opened beforehand, which costs what is not measured here. */
final class Tokens {

    private static final Pattern TOKEN = Pattern.compile("name=\"submission\"[^>]*value=\"([^\"]+)\"");
    private static final int AT_ONCE = 16;

    private Tokens() {}

    static Path gather(Server intake, int count, Path file) {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest page = HttpRequest.newBuilder(intake.address("/considering/foraminotomy"))
                .build();
        List<String> tokens = new ArrayList<>();
        while (tokens.size() < count) {
            List<CompletableFuture<HttpResponse<String>>> pages = new ArrayList<>();
            for (int asked = 0; asked < AT_ONCE; asked++) {
                pages.add(http.sendAsync(page, HttpResponse.BodyHandlers.ofString()));
            }
            pages.forEach(shown -> tokens.add(tokenOf(page.uri(), shown.join().body())));
        }
        try {
            return Files.write(file, tokens);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tokenOf(URI page, String html) {
        Matcher token = TOKEN.matcher(html);
        if (!token.find()) {
            throw new IllegalStateException("no token on " + page);
        }
        return token.group(1);
    }
}
