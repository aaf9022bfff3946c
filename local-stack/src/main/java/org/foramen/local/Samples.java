package org.foramen.local;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends invented people's inquiries to the form's API, so that there is something to see. */
final class Samples {

    /** Each is a file beside this class. */
    static final List<String> NAMES = List.of(
            "arm-pain", "back-surgery-questions", "second-opinion", "in-spanish", "sounds-urgent", "phone-only");

    private static final Pattern REFERENCE = Pattern.compile("\"reference\"\\s*:\\s*\"([^\"]+)\"");
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;
    private final Console console;

    Samples(URI form, Console console) {
        this.address = form.resolve("/api/inquiries");
        this.console = console;
    }

    void send() throws InterruptedException {
        for (String name : NAMES) {
            HttpResponse<String> answer = answer(name);
            Matcher reference = REFERENCE.matcher(answer.body());
            if (answer.statusCode() != 202 || !reference.find()) {
                throw new CannotStart("%s was answered with %d by %s: %s"
                        .formatted(name, answer.statusCode(), address, answer.body()));
            }
            console.say("%s  %s".formatted(reference.group(1), name.replace('-', ' ')));
        }
    }

    /** A new key each time: samples sent again are new inquiries. */
    private HttpResponse<String> answer(String name) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(json(name)))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new CannotStart(
                    "Nothing answers at " + address + ": start the stack first, with `mvn spring-boot:run`.", e);
        }
    }

    static String json(String name) {
        try (InputStream file =
                Objects.requireNonNull(Samples.class.getResourceAsStream("samples/" + name + ".json"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CannotStart("The sample " + name + " cannot be read", e);
        }
    }
}
