package org.foramen.intake.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.nio.file.Path;
import org.foramen.base.SettingRefused;
import org.foramen.base.web.TrustedProxies;
import org.foramen.intake.settings.AbuseSettings;
import org.foramen.intake.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientsTests {

    private final Clients behindProxy = clients("production", "10.0.0.0/8,2001:db8:1::/48", "");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.7 | 198.51.100.1 | 203.0.113.7",
                "10.0.0.1 | 198.51.100.1 | 198.51.100.1",
                "10.0.0.1 | 6.6.6.6, 198.51.100.1 | 198.51.100.1",
                "10.0.0.1 | 6.6.6.6, 198.51.100.1, 10.9.9.9 | 198.51.100.1",
                "10.0.0.1 | 6.6.6.6, unknown | 10.0.0.1",
                "10.0.0.1 | 6.6.6.6, localhost | 10.0.0.1",
                "10.0.0.1 | 198.51.100.1:51234 | 198.51.100.1",
                "10.0.0.1 | [2001:db8:9::5]:443 | 2001:db8:9::5",
                "10.0.0.1 | 10.0.0.2, 10.0.0.3 | 10.0.0.2",
                "10.0.0.1 | fe80::5%eth0 | fe80::5",
                "10.0.0.1 | [2001:db8:9::5%eth0]:443 | 2001:db8:9::5",
                "10.0.0.1 | '' | 10.0.0.1",
                "10.0.0.1 | [2001:db8:9::5] | 2001:db8:9::5",
                "2001:db8:1::1 | 2001:db8:9::5 | 2001:db8:9::5",
                "2001:db8:2::1 | 2001:db8:9::5 | 2001:db8:2::1",
            })
    void onlyWhatATrustedProxyAddedIsBelieved(String peer, String forwarded, String client) throws Exception {
        assertThat(behindProxy.of(request(peer, forwarded))).isEqualTo(Client.of(InetAddress.getByName(client), false));
    }

    @Test
    void severalHeadersAreReadAsOne() {
        MockHttpServletRequest request = request("10.0.0.1", "6.6.6.6");
        request.addHeader("X-Forwarded-For", "198.51.100.1");

        assertThat(behindProxy.of(request)).isEqualTo(behindProxy.of(request("10.0.0.1", "198.51.100.1")));
    }

    @Test
    void nobodyIsTrustedUnlessNamed() {
        Clients clients = clients("production", "", "");

        assertThat(clients.of(request("10.0.0.1", "6.6.6.6"))).isEqualTo(clients.of(request("10.0.0.1", "")));
    }

    @ParameterizedTest
    @CsvSource({
        "development, '', 127.0.0.1, true",
        "development, '', ::1, true",
        "development, '', 192.168.1.9, false",
        "development, '', fe80::1%2, false",
        "production, '', 127.0.0.1, false",
        "development, none, 127.0.0.1, false",
        "production, 192.168.0.0/16, 192.168.1.9, true"
    })
    void thisMachineIsExemptOutsideProductionOnly(String mode, String exempt, String peer, boolean isExempt) {
        assertThat(clients(mode, "", exempt).of(request(peer, "")).exempt()).isEqualTo(isExempt);
    }

    @Test
    void aHouseholdAndAProvidersCustomerAreCountedTogether() throws Exception {
        assertThat(Client.of(InetAddress.getByName("2001:db8:1:2::3"), false).address())
                .isEqualTo(Client.of(InetAddress.getByName("2001:db8:1:2:ffff::9"), false)
                        .address());
        assertThat(Client.of(InetAddress.getByName("2001:db8:1:2::3"), false).network())
                .isEqualTo(Client.of(InetAddress.getByName("2001:db8:1:ffff::9"), false)
                        .network());
        assertThat(Client.of(InetAddress.getByName("203.0.113.7"), false).network())
                .isEqualTo(
                        Client.of(InetAddress.getByName("203.0.113.200"), false).network())
                .isNotEqualTo(
                        Client.of(InetAddress.getByName("203.0.114.7"), false).network());
    }

    @Test
    void encryptionIsBelievedOfATrustedProxyOnly() {
        MockHttpServletRequest forged = request("203.0.113.7", "");
        forged.addHeader("X-Forwarded-Proto", "https");
        MockHttpServletRequest told = request("10.0.0.1", "");
        told.addHeader("X-Forwarded-Proto", "https");

        assertThat(behindProxy.isSecure(forged)).isFalse();
        assertThat(behindProxy.isSecure(told)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "localhost", "10.0.0/8", "example.com/8", "1.2.3.4.5", "10.0.0.0/x", "*"})
    void whatIsNoNetworkIsRefused(String network) {
        assertThatExceptionOfType(SettingRefused.class)
                .isThrownBy(() -> clients("production", network, ""))
                .withMessageContaining("FORAMEN_ABUSE_TRUSTED_PROXIES holds '" + network + "'");
    }

    private static Clients clients(String mode, String trusted, String exempt) {
        AbuseSettings abuse = Settings.abuse("trusted-proxies", trusted, "exempt", exempt);
        return new Clients(
                abuse,
                Settings.intake(Path.of("x"), "mode", mode),
                TrustedProxies.in(abuse.trustedProxies(), "FORAMEN_ABUSE_TRUSTED_PROXIES"));
    }

    private static MockHttpServletRequest request(String peer, String forwarded) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(peer);
        if (!forwarded.isEmpty()) {
            request.addHeader("X-Forwarded-For", forwarded);
        }
        return request;
    }
}
