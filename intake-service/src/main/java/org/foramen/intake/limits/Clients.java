package org.foramen.intake.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.List;
import org.foramen.base.web.Networks;
import org.foramen.base.web.TrustedProxies;
import org.foramen.intake.settings.AbuseSettings;
import org.foramen.intake.settings.IntakeSettings;
import org.springframework.stereotype.Component;

/** Who sent a request, as trusted proxies tell, and whether it has limits. */
@Component
public class Clients {

    private static final List<String> THIS_MACHINE = List.of("127.0.0.0/8", "::1/128");
    private static final List<String> NOBODY = List.of("none");
    private static final String KNOWN = Clients.class.getName();

    private final TrustedProxies proxies;
    private final Networks exempt;

    public Clients(AbuseSettings abuse, IntakeSettings intake, TrustedProxies proxies) {
        this.proxies = proxies;
        this.exempt = Networks.of(exempt(abuse.exempt(), intake.production()), "FORAMEN_ABUSE_EXEMPT");
    }

    /** Found out once for each request, however many ask. */
    public Client of(HttpServletRequest request) {
        if (request.getAttribute(KNOWN) instanceof Client known) {
            return known;
        }
        InetAddress address = proxies.clientOf(request);
        Client client = Client.of(address, exempt.hold(address));
        request.setAttribute(KNOWN, client);
        return client;
    }

    /** True when the visitor's own connection is encrypted, here or at a trusted proxy. */
    public boolean isSecure(HttpServletRequest request) {
        return proxies.isSecure(request);
    }

    public boolean cameByProxy(HttpServletRequest request) {
        return proxies.cameByProxy(request);
    }

    private static List<String> exempt(List<String> given, boolean production) {
        if (given.isEmpty()) {
            return production ? List.of() : THIS_MACHINE;
        }
        return given.equals(NOBODY) ? List.of() : given;
    }
}
