package org.foramen.notifier.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.foramen.notifier.Settings;
import org.foramen.notifier.settings.NotifierSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Only who proves to be the target is told, at the address that was looked at and no other. */
class WebhookCallTests {

    /** Names of this kind mean nothing to anybody (RFC 6761): who looks one up finds nothing. */
    private static final String HOST = "alarm.invalid";

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static SSLContext before;
    private static Authority authority;

    @BeforeAll
    static void anAuthorityThatTheJvmKnows() throws Exception {
        authority = new Authority();
        before = SSLContext.getDefault();
        SSLContext.setDefault(authority.trusted());
    }

    @AfterAll
    static void asItWas() {
        SSLContext.setDefault(before);
    }

    @Test
    void aTargetWhoseChainEndsAtAKnownAuthorityIsTold() throws Exception {
        try (Receiver target = new Receiver(authority.server(HOST))) {
            assertThat(post("https://" + HOST, target, true, HERE)).isEqualTo(200);
            assertThat(target.requests()).singleElement().satisfies(told -> assertThat(told.header("host"))
                    .isEqualTo(HOST + ":" + target.port()));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aTargetThatDoesNotProveItselfIsToldNothing(String why, SSLContext identity) throws Exception {
        try (Receiver target = new Receiver(identity)) {
            assertThatThrownBy(() -> post("https://" + HOST, target, true, HERE))
                    .isInstanceOf(TargetRefused.class)
                    .hasMessage("certificate refused: " + why);
            assertThat(target.requests()).isEmpty();
        }
    }

    static Stream<Arguments> aTargetThatDoesNotProveItselfIsToldNothing() throws Exception {
        return Stream.of(
                Arguments.of("of an unknown authority", authority.selfSignedServer(HOST)),
                Arguments.of("of an unknown authority", new Authority().server(HOST)),
                Arguments.of("of another host", authority.server("other.invalid")),
                Arguments.of("expired", authority.expiredServer(HOST)),
                Arguments.of("not valid yet", authority.tooEarlyServer(HOST)));
    }

    @Test
    void theNameIsNotLookedUpAgain() throws Exception {
        try (Receiver target = new Receiver()) {
            assertThat(post("http://" + HOST, target, true, HERE)).isEqualTo(200);
        }
    }

    @Test
    void aNameThatMovesInHereAfterItWasLookedAtLeadsNowhere() throws Exception {
        try (Receiver ours = new Receiver()) {
            assertThatThrownBy(() -> post("http://localhost", ours, false, nobodys()))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(TargetRefused.class);
            assertThat(ours.lines()).isZero();
        }
    }

    @Test
    void ofANamesAddressesOnlyThoseOfTheInternetAreConnectedTo() throws Exception {
        try (Receiver ours = new Receiver()) {
            assertThatThrownBy(() -> post("http://" + HOST, ours, false, nobodys(), HERE))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> post("http://" + HOST, ours, false, HERE))
                    .hasMessage("not allowed: private address");
            assertThat(ours.lines()).isZero();
        }
    }

    /** Of the internet by its number, and assigned to nobody. */
    private static InetAddress nobodys() throws IOException {
        InetAddress address = InetAddress.getByName("2000::1");
        assertThat(PublicAddresses.isOne(address)).isTrue();
        return address;
    }

    private static int post(String url, Receiver to, boolean allowPrivate, InetAddress... addresses)
            throws IOException {
        Map<String, String> changes = new HashMap<>();
        changes.put("foramen.webhooks.targets[0].name", "telephone");
        changes.put("foramen.webhooks.targets[0].url", url + ":" + to.port());
        changes.put("foramen.webhooks.targets[0].secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        changes.put("foramen.webhooks.allow-private", String.valueOf(allowPrivate));
        changes.put("foramen.webhooks.timeout", allowPrivate ? "20s" : "300ms");
        NotifierSettings set = Settings.with(changes);
        WebhookCall call = new WebhookCall(set);
        try {
            return call.post(set.webhooks().targets().get(0), addresses, Map.of(), new byte[] {'{', '}'});
        } finally {
            call.destroy();
        }
    }
}
