package org.foramen.base.web.connections;

import org.apache.coyote.ProtocolHandler;
import org.foramen.base.web.EmptyAcceptValve;
import org.foramen.base.web.HeapShare;
import org.foramen.base.web.PipeliningValve;
import org.foramen.base.web.RefusedBodyValve;
import org.foramen.base.web.TrustedProxies;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Has Tomcat keep no more connections than the heap can hold, and none for longer than it is used. */
public final class ConnectionGuard implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    private static final String SETTING = "server.tomcat.max-connections";

    /** Of the heap, for connections. */
    private static final int PERCENT = 25;

    private static final int PERCENT_OF_MANAGEMENT = 5;

    /** Buffers and objects of one connection beside its headers; 42 KB were measured with headers of 8 KB. */
    private static final int BYTES = 26 * 1024;

    private static final int MOST = 8192;

    private final int given;
    private final int percent;
    private final TrustedProxies proxies;

    @Autowired
    public ConnectionGuard(Environment environment, TrustedProxies proxies) {
        this(environment.getProperty(SETTING, Integer.class, 0), PERCENT, proxies);
    }

    private ConnectionGuard(int given, int percent, TrustedProxies proxies) {
        this.given = given;
        this.percent = percent;
        this.proxies = proxies;
    }

    /** For the port of health and metrics, which few ask. */
    static ConnectionGuard ofManagement(TrustedProxies proxies) {
        return new ConnectionGuard(0, PERCENT_OF_MANAGEMENT, proxies);
    }

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        tomcat.setProtocol(GuardedProtocol.class.getName());
        tomcat.addEngineValves(new PipeliningValve(), new EmptyAcceptValve(), new RefusedBodyValve());
        tomcat.addConnectorCustomizers(connector -> guard(connector.getProtocolHandler()));
    }

    private void guard(ProtocolHandler handler) {
        if (handler instanceof GuardedProtocol guarded) {
            long each = BYTES + 2L * guarded.getMaxHttpRequestHeaderSize();
            int total = given > 0 ? given : HeapShare.count(percent, each, MOST);
            guarded.setMaxConnections(total);
            guarded.guard(new HouseholdLimit(Math.max(16, total / 8), proxies));
        }
    }

    /** After Spring Boot's own. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
