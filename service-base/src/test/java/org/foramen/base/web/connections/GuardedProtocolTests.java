package org.foramen.base.web.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.apache.coyote.Processor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuardedProtocolTests {

    private final GuardedProtocol protocol = new GuardedProtocol();
    private final ScheduledThreadPoolExecutor clocks = new ScheduledThreadPoolExecutor(1);

    @BeforeEach
    void begin() {
        clocks.setRemoveOnCancelPolicy(true);
        protocol.setUtilityExecutor(clocks);
    }

    @AfterEach
    void end() {
        clocks.shutdownNow();
    }

    @Test
    void theClockOfAnswersThatComeLaterRunsWhileThereAreSuch() {
        Processor first = answer();
        Processor second = answer();
        protocol.startAsyncTimeout();
        assertThat(clocks.getQueue()).isEmpty();

        protocol.addWaitingProcessor(first);
        protocol.addWaitingProcessor(second);
        protocol.removeWaitingProcessor(first);
        assertThat(clocks.getQueue()).hasSize(1);

        protocol.removeWaitingProcessor(second);
        assertThat(clocks.getQueue()).isEmpty();

        protocol.addWaitingProcessor(first);
        assertThat(clocks.getQueue()).hasSize(1);
    }

    private static Processor answer() {
        return (Processor) Proxy.newProxyInstance(
                Processor.class.getClassLoader(),
                new Class<?>[] {Processor.class},
                (proxy, method, given) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == given[0];
                    default -> null;
                });
    }
}
