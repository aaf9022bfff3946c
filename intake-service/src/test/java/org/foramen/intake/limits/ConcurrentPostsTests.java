package org.foramen.intake.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.foramen.intake.settings.Settings;
import org.junit.jupiter.api.Test;

class ConcurrentPostsTests {

    private final ConcurrentPosts posts = new ConcurrentPosts(Settings.abuse("at-once", "2"));

    @Test
    void anAddressANetworkAndAllHaveTheirShares() throws Exception {
        assertThat(entered("203.0.113.1", 9)).isEqualTo(2);
        assertThat(entered("203.0.113.2", 9)).isEqualTo(2);
        assertThat(entered("203.0.113.3", 1)).isEqualTo(1);
        assertThat(entered("203.0.113.4", 9)).as("the network's").isEqualTo(1);
        assertThat(entered("2001:db8:7:1::1", 9)).isEqualTo(2);
        assertThat(entered("2001:db8:7:2::1", 9)).isEqualTo(2);
        assertThat(entered("198.51.100.1", 9)).as("all").isZero();
    }

    @Test
    void whoWasTurnedAwayCountsNoMoreAndWhoLeftMakesRoom() throws Exception {
        List<Client> inside = new ArrayList<>();
        for (int network = 0; network < 10; network++) {
            Client client = client("198.51." + network + ".1");
            assertThat(posts.enter(client)).isTrue();
            inside.add(client);
        }
        assertThat(entered("203.0.113.1", 50)).isZero();

        inside.forEach(posts::leave);

        assertThat(entered("203.0.113.1", 9)).isEqualTo(2);
        assertThat(entered("198.51.0.1", 9)).isEqualTo(2);
    }

    @Test
    void thisMachineHasNoLimitInDevelopment() throws Exception {
        for (int post = 0; post < 50; post++) {
            assertThat(posts.enter(Client.of(InetAddress.getByName("127.0.0.1"), true)))
                    .isTrue();
        }
    }

    @Test
    void whoHasNoLimitMakesNoRoomForOthersByLeaving() throws Exception {
        for (int network = 0; network < 5; network++) {
            assertThat(entered("198.51." + network + ".1", 2)).isEqualTo(2);
        }
        Client exempt = Client.of(InetAddress.getByName("127.0.0.1"), true);
        assertThat(posts.enter(exempt)).isTrue();
        posts.leave(exempt);

        assertThat(entered("203.0.113.1", 1)).as("all").isZero();
    }

    private int entered(String address, int times) throws Exception {
        int entered = 0;
        for (int time = 0; time < times; time++) {
            entered += posts.enter(client(address)) ? 1 : 0;
        }
        return entered;
    }

    private static Client client(String address) throws Exception {
        return Client.of(InetAddress.getByName(address), false);
    }
}
