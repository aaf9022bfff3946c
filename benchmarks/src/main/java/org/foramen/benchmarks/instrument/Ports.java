package org.foramen.benchmarks.instrument;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports below the range that the system gives to clients, so that a server can leave one and come back to it. */
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
