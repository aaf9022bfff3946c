package org.foramen.notifier.smtp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** A queue of connections that nobody takes. */
public final class Backlog {

    private Backlog() {}

    /** Opens connections until the next one would have to wait. */
    public static void fill(ServerSocket server) throws IOException {
        for (int count = 0; count < 100; count++) {
            Socket waiting = new Socket(); // the operating system closes it with this process
            try {
                waiting.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), 200);
            } catch (SocketTimeoutException e) {
                waiting.close();
                return;
            }
        }
        throw new IllegalStateException("this machine queues connections without end");
    }
}
