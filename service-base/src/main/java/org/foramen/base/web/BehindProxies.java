package org.foramen.base.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * Tells a whole service the visitor's own address, and whether their connection is encrypted, as trusted proxies say it. What
 * anybody writes into {@code Host} or {@code X-Forwarded-Host} is in no address that we send: redirects name a path only.
 */
public final class BehindProxies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final TrustedProxies proxies;

    public BehindProxies(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        tomcat.addEngineValves(new Told(proxies));
        tomcat.addContextCustomizers(context -> context.setUseRelativeRedirects(true));
    }

    private static final class Told extends ValveBase {

        private final TrustedProxies proxies;

        Told(TrustedProxies proxies) {
            super(true);
            this.proxies = proxies;
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            if (proxies.cameByProxy(request)) {
                boolean secure = proxies.isSecure(request);
                request.setRemoteAddr(proxies.clientOf(request).getHostAddress());
                request.setSecure(secure);
                request.getCoyoteRequest().scheme().setString(secure ? "https" : "http");
            }
            getNext().invoke(request, response);
        }
    }
}
