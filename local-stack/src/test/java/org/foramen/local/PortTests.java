package org.foramen.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.foramen.stack.process.Ports;
import org.junit.jupiter.api.Test;

class PortTests {

    @Test
    void eachPortInUseIsNamedInOneSentence() throws IOException {
        try (ServerSocket here = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket everywhere = new ServerSocket(0)) {
            Port form = new Port(here.getLocalPort(), "the form", "FORAMEN_FORM_PORT");
            Port kafka = new Port(everywhere.getLocalPort(), "Kafka", "FORAMEN_KAFKA_PORT");

            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(() -> Port.checkFree(List.of(form, kafka)))
                    .withMessage(
                            """
                            Port %d is in use, and the form needs it: \
                            stop what holds it, or name another with FORAMEN_FORM_PORT, such as %d.
                            Port %d is in use, and Kafka needs it: \
                            stop what holds it, or name another with FORAMEN_KAFKA_PORT, such as %d.\
                            """,
                            form.number(), form.another(), kafka.number(), kafka.another());
        }
    }

    @Test
    void freePortsAreNoReasonToStop() {
        assertThatCode(() -> Port.checkFree(List.of(new Port(Ports.free(), "the form", "FORAMEN_FORM_PORT"))))
                .doesNotThrowAnyException();
    }
}
