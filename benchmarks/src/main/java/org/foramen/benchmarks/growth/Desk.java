package org.foramen.benchmarks.growth;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foramen.benchmarks.instrument.House.Server;

/** Somebody at the console, and how long its pages take. */
final class Desk {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final Server notifier;

    private Desk(Server notifier) {
        this.notifier = notifier;
    }

    /** @param keys the folder in which the notifier has written the password */
    static Desk signedIn(Server notifier, Path keys) throws IOException, InterruptedException {
        Desk desk = new Desk(notifier);
        String password = Files.readString(keys.resolve("console-password")).strip();
        desk.send("/sign-in", desk.form("/sign-in", "username=operator&password=" + encoded(password)));
        return desk;
    }

    /** Milliseconds of each call, after a fifth as many that warm up. */
    List<Double> times(String page, int calls) throws IOException, InterruptedException {
        return times(() -> get(page), calls);
    }

    /** The same of a search for a person, by what the person gave. */
    List<Double> searchTimes(String wanted, int calls) throws IOException, InterruptedException {
        String form = form("/", "typed=" + encoded(wanted));
        return times(() -> send("/people/search", form), calls);
    }

    private static List<Double> times(Ask ask, int calls) throws IOException, InterruptedException {
        List<Double> times = new ArrayList<>();
        for (int call = -calls / 5; call < calls; call++) {
            long start = System.nanoTime();
            ask.once();
            if (call >= 0) {
                times.add((System.nanoTime() - start) / 1e6);
            }
        }
        times.sort(null);
        return times;
    }

    private String get(String page) throws IOException, InterruptedException {
        URI address = notifier.address(page);
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        boolean elsewhere = !answer.uri().getPath().equals(address.getPath());
        if (answer.statusCode() != 200 || elsewhere) {
            throw new IllegalStateException(
                    "%s was not shown: %d at %s".formatted(page, answer.statusCode(), answer.uri()));
        }
        return answer.body();
    }

    /** What is filled in on a page, with the token that the page gave for it. */
    private String form(String page, String filledIn) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get(page));
        if (!token.find()) {
            throw new IllegalStateException("no form on " + page);
        }
        return filledIn + "&_csrf=" + encoded(token.group(1));
    }

    private void send(String page, String form) throws IOException, InterruptedException {
        HttpResponse<Void> answer = http.send(
                HttpRequest.newBuilder(notifier.address(page))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(page + " was answered with " + answer.statusCode());
        }
    }

    private interface Ask {

        void once() throws IOException, InterruptedException;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
