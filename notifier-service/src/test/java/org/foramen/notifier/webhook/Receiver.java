package org.foramen.notifier.webhook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/** A target of webhooks that answers as it is told, and keeps what it is sent. */
public final class Receiver implements AutoCloseable {

    private final ServerSocket door;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger lines = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile String answer = "200 OK";
    private volatile boolean dripping;

    /** In plaintext. */
    public Receiver() throws IOException {
        this(ServerSocketFactory.getDefault());
    }

    /** With TLS, and proves that it is who this says. */
    Receiver(SSLContext identity) throws IOException {
        this(identity.getServerSocketFactory());
    }

    private Receiver(ServerSocketFactory doors) throws IOException {
        door = doors.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "receiver");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return door.getLocalPort();
    }

    /** @param status such as {@code 200 OK}; empty: it says nothing, and keeps the line */
    public void answers(String status) {
        answer = status;
    }

    /** A byte now and then, so that no read ever times out. */
    void drips() {
        dripping = true;
    }

    public List<Request> requests() {
        return requests;
    }

    /** How often somebody connected. */
    int lines() {
        return lines.get();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket line = door.accept();
                lines.incrementAndGet();
                Thread thread = new Thread(() -> answer(line), "receiver-line");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return; // it is closed
            }
        }
    }

    private void answer(Socket accepted) {
        try (Socket line = accepted) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.ISO_8859_1));
            requests.add(Request.read(in));
            OutputStream out = line.getOutputStream();
            while (dripping) {
                out.write('H');
                out.flush();
                LockSupport.parkNanos(20_000_000);
            }
            if (answer.isEmpty()) {
                closed.await();
            }
            String whole = "HTTP/1.1 " + answer + (answer.contains("\r\n\r\n") ? "" : "\r\nContent-Length: 0\r\n\r\n");
            out.write(whole.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return; // who asked has gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        dripping = false;
        closed.countDown();
        try {
            door.close();
        } catch (IOException e) {
            throw new IllegalStateException("a door did not close", e);
        }
    }

    /** What was sent. */
    public record Request(String path, Map<String, String> headers, String body) {

        static Request read(BufferedReader in) throws IOException {
            String path = in.readLine().split(" ")[1];
            Map<String, String> headers = new TreeMap<>();
            for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
                int colon = line.indexOf(':');
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
            char[] body = new char[Integer.parseInt(headers.get("content-length"))];
            int read = 0;
            while (read < body.length) {
                read += in.read(body, read, body.length - read);
            }
            return new Request(path, headers, new String(body));
        }

        public String header(String name) {
            return headers.get(name);
        }
    }
}
