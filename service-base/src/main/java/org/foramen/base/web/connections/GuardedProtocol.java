package org.foramen.base.web.connections;

import java.util.concurrent.TimeUnit;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;

/**
 * Tomcat's HTTP/1.1 over connections that are counted; Tomcat makes it by its name. The clock of answers that come later, which Tomcat
 * has look each second, runs while there are such.
 */
public final class GuardedProtocol extends Http11NioProtocol {

    private final GuardedEndpoint endpoint;

    public GuardedProtocol() {
        this(new GuardedEndpoint());
    }

    private GuardedProtocol(GuardedEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    void guard(HouseholdLimit households) {
        endpoint.guard(households);
    }

    @Override
    public void start() throws Exception {
        super.start();
        getUtilityExecutor().scheduleWithFixedDelay(endpoint::hangUpOnTheSlow, 5, 5, TimeUnit.SECONDS);
    }

    @Override
    protected synchronized void startAsyncTimeout() {
        if (getWaitingProcessorCount() > 0) {
            super.startAsyncTimeout();
        }
    }

    @Override
    public synchronized void addWaitingProcessor(Processor answer) {
        super.addWaitingProcessor(answer);
        startAsyncTimeout();
    }

    @Override
    public synchronized void removeWaitingProcessor(Processor answer) {
        super.removeWaitingProcessor(answer);
        if (getWaitingProcessorCount() == 0) {
            stopAsyncTimeout();
        }
    }
}
