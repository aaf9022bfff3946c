package org.foramen.intake.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.foramen.intake.settings.Settings;
import org.junit.jupiter.api.Test;

class RateLimitsTests {

    private final RateLimits limits =
            new RateLimits(Settings.abuse("per-address", "3", "per-network", "5", "period", "1h"));

    @Test
    void anAddressThatSentItsShareWaitsForTheNext() throws Exception {
        assertThat(taken("203.0.113.7", 10)).isEqualTo(3);

        assertThat(limits.take(client("203.0.113.7"))).isBetween(Duration.ofMinutes(19), Duration.ofMinutes(20));
        assertThat(limits.take(client("198.51.100.1"))).isZero();
    }

    @Test
    void aNetworkHasAShareOfItsOwn() throws Exception {
        assertThat(taken("203.0.113.7", 3)).isEqualTo(3);
        assertThat(taken("203.0.113.8", 3)).isEqualTo(2);
        assertThat(limits.take(client("203.0.113.9"))).isPositive();
    }

    @Test
    void newAddressesInOneHouseholdOrNetworkAreNoWayOut() throws Exception {
        int household = 0;
        int network = 0;
        for (int host = 0; host < 100; host++) {
            household += taken("2001:db8:1:1::" + Integer.toHexString(host), 1);
            network += taken("2001:db8:2:" + Integer.toHexString(host) + "::1", 1);
        }
        assertThat(household).isEqualTo(3);
        assertThat(network).isEqualTo(5);
    }

    @Test
    void whatWasNotAcceptedIsNotCounted() throws Exception {
        for (int mistake = 0; mistake < 20; mistake++) {
            assertThat(limits.take(client("203.0.113.7"))).isZero();
            limits.giveBack(client("203.0.113.7"));
        }
    }

    @Test
    void givingBackMakesNoMoreRoomThanThereWas() throws Exception {
        for (int time = 0; time < 20; time++) {
            limits.giveBack(client("203.0.113.7"));
        }
        assertThat(taken("203.0.113.7", 10)).isEqualTo(3);
    }

    @Test
    void eachLimitCanBeSwitchedOff() throws Exception {
        RateLimits none = new RateLimits(Settings.abuse("per-address", "0", "per-network", "0"));

        for (int inquiry = 0; inquiry < 1000; inquiry++) {
            assertThat(none.take(client("203.0.113.7"))).isZero();
        }
    }

    @Test
    void whoIsExemptIsNotCounted() throws Exception {
        Client exempt = Client.of(InetAddress.getByName("127.0.0.1"), true);

        for (int inquiry = 0; inquiry < 1000; inquiry++) {
            assertThat(limits.take(exempt)).isZero();
        }
    }

    @Test
    void aFloodFromEverywhereCostsMicrosecondsAndNoMemory() throws Exception {
        int addresses = 300_000;
        long start = System.nanoTime();
        for (int number = 0; number < addresses; number++) {
            byte[] bytes = {(byte) (number >> 16 | 64), (byte) (number >> 8), (byte) number, 1};
            limits.take(Client.of(InetAddress.getByAddress(bytes), false));
        }
        double micros = (System.nanoTime() - start) / 1e3 / addresses;
        System.out.printf("An inquiry is counted in %.1f µs; %,d addresses are known%n", micros, limits.known());
        assertThat(limits.known()).isLessThanOrEqualTo(200_000);
        assertThat(micros).isLessThan(1000);
    }

    private int taken(String address, int tries) throws UnknownHostException {
        int taken = 0;
        for (int number = 0; number < tries; number++) {
            taken += limits.take(client(address)).isZero() ? 1 : 0;
        }
        return taken;
    }

    private static Client client(String address) throws UnknownHostException {
        return Client.of(InetAddress.getByName(address), false);
    }
}
