package org.foramen.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a service whether it is ready. */
final class Readiness {

    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();
    private final URI address;

    Readiness(Port port) {
        this.address = URI.create("http://127.0.0.1:" + port.number() + "/actuator/health/readiness");
    }

    URI address() {
        return address;
    }

    boolean isUp() throws InterruptedException {
        try {
            return client.send(HttpRequest.newBuilder(address).timeout(ANSWER).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
