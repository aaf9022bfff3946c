package org.foramen.intake.form;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Somebody's website on an origin of its own, with one page that holds one script tag. */
final class ClinicSite {

    private final HttpServer server;
    private volatile String script = "";

    ClinicSite() {
        try {
            server = HttpServer.create(new InetSocketAddress(0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            byte[] body =
                    """
                    <!DOCTYPE html>
                    <html lang="es"><head><meta charset="utf-8"><title>A clinic's site</title></head>
                    <body><main><h1>Our clinic</h1>%s<p id="below">Below the form</p></main></body></html>
                    """
                            .formatted(script)
                            .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    void show(String scriptTag) {
        script = scriptTag;
    }

    String origin() {
        return "http://localhost:" + server.getAddress().getPort();
    }
}
