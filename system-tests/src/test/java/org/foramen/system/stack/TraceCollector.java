package org.foramen.system.stack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.foramen.stack.process.Ports;

/** Takes traces as a collector does: OTLP over HTTP, in protobuf. */
public final class TraceCollector implements AutoCloseable {

    private final HttpServer server;
    private final List<Step> steps = new CopyOnWriteArrayList<>();
    private final StringBuffer words = new StringBuffer();

    public TraceCollector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free()), 0);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces");
    }

    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /** All that it was sent, to look for what should not be there. */
    public String words() {
        return words.toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        byte[] body =
                (zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()).readAllBytes();
        words.append(new String(body, StandardCharsets.UTF_8));
        ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().forEach(one -> {
            String service = facts(one.getResource().getAttributesList()).get("service.name");
            one.getScopeSpansList()
                    .forEach(scope -> scope.getSpansList().forEach(span -> steps.add(Step.of(service, span))));
        });
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private static Map<String, String> facts(List<KeyValue> attributes) {
        return attributes.stream()
                .collect(Collectors.toMap(
                        KeyValue::getKey, attribute -> attribute.getValue().getStringValue()));
    }

    /** A span: what a service did in a trace, within which other span, and what it noted. */
    public record Step(
            String service,
            String name,
            String trace,
            String id,
            String within,
            int events,
            Map<String, String> facts) {

        static Step of(String service, Span span) {
            return new Step(
                    service,
                    span.getName(),
                    hex(span.getTraceId().toByteArray()),
                    hex(span.getSpanId().toByteArray()),
                    hex(span.getParentSpanId().toByteArray()),
                    span.getEventsCount(),
                    TraceCollector.facts(span.getAttributesList()));
        }

        private static String hex(byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
    }
}
