package org.foramen.stack.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a service whether it is ready, or whether it is alive. */
public record Readiness(URI address) {

    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /** Of the service that listens at a port of this machine. */
    public static Readiness at(int port) {
        return new Readiness(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"));
    }

    public boolean isUp() {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(ANSWER).build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for " + address, e);
        }
    }
}
