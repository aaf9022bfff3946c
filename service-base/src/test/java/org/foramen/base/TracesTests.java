package org.foramen.base;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.foramen.contract.InquiryId;
import org.foramen.contract.sealing.SealedInquiry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TracesTests {

    private static final SealedInquiry INQUIRY =
            new SealedInquiry(new InquiryId("K7F392QX0123456789ABCDEFGH"), Map.of("ce_type", "any"), new byte[] {1});

    private static HttpServer collector;
    private static URI address;

    @BeforeAll
    static void collect() throws IOException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        address = URI.create("http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces");
    }

    @AfterAll
    static void stop() {
        collector.stop(0);
    }

    @Test
    void switchedOffTheyMakeNothing() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (Traces traces = Traces.to(null, "test");
                Traces.Step step = traces.begin("publish", SpanKind.PRODUCER)) {
            assertThat(traces.areOn()).isFalse();
            assertThat(step)
                    .isSameAs(traces.follow("00-" + "a".repeat(32) + "-bbbbbbbbbbbbbbbb-01", "x", SpanKind.CLIENT));
            assertThat(traces.mark(INQUIRY)).isSameAs(INQUIRY);
            assertThat(Span.current().getSpanContext().isValid()).isFalse();
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !before.contains(thread))
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("BatchSpanProcessor"));
    }

    @Test
    void anInquiryCarriesTheTraceOfTheStepThatItIsIn() {
        try (Traces traces = Traces.to(address, "test");
                Traces.Step step = traces.begin("publish", SpanKind.PRODUCER)) {
            step.note("foramen.kept.in", "kafka");
            SealedInquiry marked = traces.mark(INQUIRY);

            assertThat(marked.headers())
                    .containsEntry("ce_type", "any")
                    .extractingByKey(Traces.HEADER, as(InstanceOfAssertFactories.STRING))
                    .startsWith("00-" + trace() + "-"
                            + Span.current().getSpanContext().getSpanId());
            assertThat(marked.value()).isEqualTo(INQUIRY.value());
        }
    }

    @Test
    void aStepFollowsTheHeaderAndNotTheThread() {
        String before = "0af7651916cd43dd8448eb211c80319c";
        try (Traces traces = Traces.to(address, "test");
                Traces.Step outer = traces.begin("other", SpanKind.SERVER);
                Traces.Step step =
                        traces.follow("00-" + before + "-b7ad6b7169203331-01", "process", SpanKind.CONSUMER)) {
            assertThat(trace()).isEqualTo(before);
            step.close();
            assertThat(trace()).isNotEqualTo(before);
            outer.note("still", "there");
        }
    }

    @Test
    void nonsenseInTheHeaderBeginsANewTrace() {
        try (Traces traces = Traces.to(address, "test")) {
            for (String nonsense :
                    new String[] {null, "", "Zaunkoenigin", "00-" + "0".repeat(32) + "-b7ad6b7169203331-01"}) {
                try (Traces.Step step = traces.follow(nonsense, "process", SpanKind.CONSUMER)) {
                    assertThat(trace()).matches("[0-9a-f]{32}").isNotEqualTo("0".repeat(32));
                    step.note("foramen.outcome", "sent");
                }
            }
        }
    }

    private static String trace() {
        return Span.current().getSpanContext().getTraceId();
    }
}
