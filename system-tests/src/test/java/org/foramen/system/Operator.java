package org.foramen.system;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foramen.stack.process.Service;

/** The operator of a notifier, at its console. */
final class Operator {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Service notifier;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();

    private Operator(Service notifier) {
        this.notifier = notifier;
    }

    /** @param data the notifier's folder, with the password that it made at its first start */
    static Operator signedIn(Service notifier, Path data) throws IOException, InterruptedException {
        Operator operator = new Operator(notifier);
        Matcher token = TOKEN.matcher(operator.page("/sign-in").body());
        String password = Files.readString(data.resolve("keys").resolve("console-password"));
        if (!token.find()) {
            throw new IllegalStateException("there is no form to sign in with");
        }
        HttpRequest form = HttpRequest.newBuilder(notifier.address("/sign-in"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=operator&password=" + encoded(password.strip()) + "&_csrf="
                        + encoded(token.group(1))))
                .build();
        String place = operator.http
                .send(form, BodyHandlers.discarding())
                .headers()
                .firstValue("Location")
                .orElse("");
        if (place.contains("sign-in")) {
            throw new IllegalStateException("the operator was not let in");
        }
        return operator;
    }

    HttpResponse<String> page(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(notifier.address(path))
                .timeout(PATIENCE)
                .header("Accept", "text/html")
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    /** A page that goes on telling what is new; done when the notifier ends it. */
    CompletableFuture<HttpResponse<Void>> follow(String path) {
        return http.sendAsync(HttpRequest.newBuilder(notifier.address(path)).build(), BodyHandlers.discarding());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
