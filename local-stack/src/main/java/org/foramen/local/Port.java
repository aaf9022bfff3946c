package org.foramen.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A port of this machine that something of the stack listens on.
 *
 * @param need what needs it, as the subject of a sentence
 * @param variable the environment variable that names another port
 */
record Port(int number, String need, String variable) {

    private static final int ANSWER_MILLISECONDS = 500;

    /** @throws CannotStart with a sentence for each port that something else holds */
    static void checkFree(List<Port> ports) {
        String taken = ports.stream()
                .filter(port -> !port.isFree())
                .map(port ->
                        "Port %d is in use, and %s needs it: stop what holds it, or name another with %s, such as %d."
                                .formatted(port.number, port.need, port.variable, port.another()))
                .collect(Collectors.joining("\n"));
        if (!taken.isEmpty()) {
            throw new CannotStart(taken);
        }
    }

    /** Where a browser on this machine finds it, without a slash at the end. */
    String address() {
        return "http://localhost:" + number;
    }

    int another() {
        return number < 50_000 ? number + 10_000 : number - 10_000;
    }

    /** On macOS a port can be bound although something listens on it for all addresses, so it is asked too. */
    private boolean isFree() {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), number);
        try (ServerSocket server = new ServerSocket()) {
            server.bind(address);
        } catch (IOException e) {
            return false;
        }
        try (Socket client = new Socket()) {
            client.connect(address, ANSWER_MILLISECONDS);
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
