package org.foramen.base.web.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.foramen.base.web.Household;
import org.foramen.base.web.TrustedProxies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Peers from anywhere, without a socket: a flood that a test makes comes from this machine, which is not counted. */
class HouseholdLimitTests {

    private final HouseholdLimit limit =
            new HouseholdLimit(3, TrustedProxies.in(List.of("10.0.0.0/8", "2001:db8:ffff::/48"), ""));

    @Test
    void aHouseholdHasSoManyConnectionsAndNoMore() {
        assertThat(admits("203.0.113.7", "203.0.113.7", "203.0.113.7")).isTrue();
        assertThat(admits("203.0.113.7", "203.0.113.7", "203.0.113.7", "203.0.113.7"))
                .isFalse();
    }

    @Test
    void oneThatIsFullKeepsNobodyElseOut() {
        assertThat(admits("203.0.113.8", "203.0.113.7", "203.0.113.7", "203.0.113.7"))
                .isTrue();
        assertThat(admits("2001:db8:1:3::1", "2001:db8:1:2::1", "2001:db8:1:2::2", "2001:db8:1:2::3"))
                .isTrue();
    }

    @Test
    void everyAddressOfA64IsOfOneHousehold() {
        assertThat(admits(
                        "2001:db8:1:2:ffff:ffff:ffff:ffff",
                        "2001:db8:1:2::1",
                        "2001:db8:1:2:a::",
                        "2001:db8:1:2:8000::9"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.9.9.9", "::1", "10.1.2.3", "2001:db8:ffff:1::5"})
    void thisMachineAndTrustedProxiesAreNotCounted(String peer) {
        String[] open = IntStream.range(0, 50).mapToObj(one -> peer).toArray(String[]::new);

        assertThat(admits(peer, open)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false",
        "192.0.2.1, ::ffff:192.0.2.1, true",
        "2001:db8::1, 2001:db8::ffff:0:0:2, true",
        "2001:db8::1, 2001:db8:0:1::1, false"
    })
    void oneIpv4AddressOrOne64IsAHousehold(String one, String other, boolean same) {
        assertThat(Household.of(address(one)).equals(Household.of(address(other))))
                .isEqualTo(same);
    }

    private boolean admits(String peer, String... open) {
        Stream<InetAddress> peers = Arrays.stream(open).map(HouseholdLimitTests::address);
        return limit.admits(address(peer), peers);
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
