package org.foramen.stack.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports that a server can leave and come back to. They lie below the range that the system gives to clients: there, a
 * client that knocks at a closed port for long enough is connected to itself.
 */
public final class Ports {

    private static final int FROM = 20_000;
    private static final int TO = 32_000;

    private Ports() {}

    public static int free() {
        for (int tries = 0; tries < 100; tries++) {
            int port = ThreadLocalRandom.current().nextInt(FROM, TO);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                continue; // taken
            }
        }
        throw new IllegalStateException("no port is free");
    }
}
