package org.foramen.notifier.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Posts that begin and do not go on, by whoever reaches the console. */
class SlowPostsIT extends RunningConsole {

    private static final int POSTS = 260;
    private static final byte[] BEGUN =
            """
            POST /sign-in HTTP/1.1\r
            Host: x\r
            Content-Type: application/x-www-form-urlencoded\r
            Content-Length: 60000\r
            \r
            a"""
                    .getBytes(StandardCharsets.US_ASCII);

    @Test
    void holdNoPageUpFromHoweverManyAddresses() throws Exception {
        List<Socket> attackers = new ArrayList<>();
        try {
            for (int number = 0; number < POSTS; number++) {
                attackers.add(beginFrom("127.8.%d.%d".formatted(number % 100, 1 + number / 100)));
            }
            HttpResponse<String> page = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sign-in"))
                                    .timeout(Duration.ofSeconds(5))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(page.statusCode()).isEqualTo(200);
        } finally {
            for (Socket attacker : attackers) {
                attacker.close();
            }
        }
    }

    private Socket beginFrom(String address) throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
        socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        socket.getOutputStream().write(BEGUN);
        return socket;
    }
}
