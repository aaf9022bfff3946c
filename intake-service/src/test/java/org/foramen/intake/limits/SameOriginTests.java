package org.foramen.intake.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.foramen.base.web.TrustedProxies;
import org.foramen.intake.settings.Settings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class SameOriginTests {

    private final SameOrigin origin = new SameOrigin(new Clients(
            Settings.abuse("trusted-proxies", "10.0.0.1"),
            Settings.intake(Path.of("x")),
            TrustedProxies.in(List.of("10.0.0.1"), "")));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "same-origin, https://form.example, false",
                "none, -, false",
                "cross-site, https://evil.example, true",
                "cross-site, null, true",
                "same-site, https://www.form.example, true",
                "-, -, false",
                "-, null, false",
                "-, https://form.example, false",
                "-, https://evil.example, true",
                "-, https://form.example.evil.example, true",
                "-, https://form.example:8443, true",
                "-, 'not an origin', true"
            })
    void aPostOfAnotherSitesPageIsForeign(String site, String from, boolean foreign) {
        assertThat(origin.isForeign(request(site, from))).isEqualTo(foreign);
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.1, false", "10.0.0.2, true"})
    void theHostThatATrustedProxyWasAskedForIsOurs(String peer, boolean foreign) {
        MockHttpServletRequest request = request(null, "https://www.clinic.example");
        request.addHeader("X-Forwarded-Host", "www.clinic.example");
        request.setRemoteAddr(peer);

        assertThat(origin.isForeign(request)).isEqualTo(foreign);
    }

    private static MockHttpServletRequest request(String site, String from) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Host", "form.example");
        if (site != null) {
            request.addHeader("Sec-Fetch-Site", site);
        }
        if (from != null) {
            request.addHeader("Origin", from);
        }
        return request;
    }
}
