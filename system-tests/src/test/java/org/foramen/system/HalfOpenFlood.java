package org.foramen.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.foramen.stack.process.Pause;

/** Many connections with a request that never ends: a byte each second keeps each of them from being silent. */
final class HalfOpenFlood implements AutoCloseable {

    private static final byte[] BEGUN =
            ("GET / HTTP/1.1\r\nHost: x\r\nX-A: " + "y".repeat(6_000)).getBytes(StandardCharsets.US_ASCII);
    private static final Duration A_WHILE = Duration.ofSeconds(1);

    private final int port;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger opened = new AtomicInteger();
    private volatile boolean over;

    HalfOpenFlood(int port, int most, int hands) {
        this.port = port;
        for (int hand = 0; hand < hands; hand++) {
            Thread thread = new Thread(() -> trickle(most / hands), "flood");
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    /** How many were opened, those included that were hung up on. */
    int opened() {
        return opened.get();
    }

    private void trickle(int number) {
        List<Socket> sockets = new ArrayList<>();
        while (!over) {
            while (sockets.size() < number && !over) {
                Socket socket = new Socket();
                try {
                    socket.connect(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) A_WHILE.toMillis());
                    socket.getOutputStream().write(BEGUN);
                    opened.incrementAndGet();
                    sockets.add(socket);
                } catch (IOException e) {
                    close(socket);
                    break;
                }
            }
            sockets.removeIf(socket -> !isAlive(socket));
            Pause.of(A_WHILE);
        }
        sockets.forEach(HalfOpenFlood::close);
    }

    private static boolean isAlive(Socket socket) {
        try {
            socket.getOutputStream().write('z');
            return true;
        } catch (IOException e) {
            close(socket);
            return false;
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException("a socket did not close", e);
        }
    }

    @Override
    public void close() {
        over = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
