package org.foramen.notifier.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.foramen.notifier.smtp.socket.LineServer;

/** A mail server that says what it is told to say, to each command and at its greeting. */
public final class TalkingServer implements AutoCloseable {

    public static final String HANGS_UP = "hangs up";
    public static final String SAYS_NOTHING = "says nothing";
    public static final String GO_ON_AND_HANGS_UP = "354 go on, and hangs up";
    public static final String TALKS_FOR_EVER = "talks for ever";

    /** A letter at a time, and no end of the line. */
    public static final String DRIPS = "drips";

    private static final long A_DROP_MILLIS = 20;

    private static final String GREETING = "greeting";
    private static final String FINAL_DOT = ".";

    private final CountDownLatch closed = new CountDownLatch(1);
    private final LineServer server;
    private final Map<String, String> answers = new ConcurrentHashMap<>(
            Map.of(GREETING, "220 here", "EHLO", "250 here", "DATA", "354 go on", "QUIT", "221 bye"));
    private final Map<String, String> next = new ConcurrentHashMap<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();

    public TalkingServer() throws IOException {
        this(InetAddress.getLoopbackAddress(), 0);
    }

    public TalkingServer(InetAddress address, int port) throws IOException {
        this(new ServerSocket(port, 50, address));
    }

    /** @param tls in which it speaks from the start */
    public TalkingServer(SSLContext tls) throws IOException {
        this(tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    private TalkingServer(ServerSocket server) {
        this.server = new LineServer(server, this::serve);
    }

    public int port() {
        return server.port();
    }

    public TalkingServer atGreeting(String answer) {
        answers.put(GREETING, answer);
        return this;
    }

    /** @param command such as {@code MAIL}, or all of a line, or a dot for the end of a mail */
    public TalkingServer at(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    /** The next time only. */
    public TalkingServer once(String command, String answer) {
        next.put(command, answer);
        return this;
    }

    /** All that it was told, a command a line. */
    public List<String> commands() {
        return commands;
    }

    public int connections() {
        return server.lines();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
    }

    private void serve(Socket line) throws IOException, InterruptedException {
        BufferedReader said = new BufferedReader(new InputStreamReader(line.getInputStream(), US_ASCII));
        boolean goesOn = answer(line, GREETING);
        boolean inMail = false;
        for (String next = goesOn ? said.readLine() : null; next != null; next = goesOn ? said.readLine() : null) {
            String command = inMail ? next : next.split(" ", 2)[0];
            if (inMail && !FINAL_DOT.equals(next)) {
                continue;
            }
            commands.add(next);
            goesOn = answer(line, answers.containsKey(next) ? next : command);
            inMail = "DATA".equals(command) && answers.get("DATA").startsWith("3");
        }
    }

    /** False when the line is to end. */
    private boolean answer(Socket line, String command) throws IOException, InterruptedException {
        String once = next.remove(command);
        String answer = once == null ? answers.getOrDefault(command, "250 ok") : once;
        OutputStream out = line.getOutputStream();
        switch (answer) {
            case HANGS_UP -> {
                return false;
            }
            case GO_ON_AND_HANGS_UP -> {
                out.write((answer + "\r\n").getBytes(UTF_8));
                return false;
            }
            case SAYS_NOTHING -> line.getInputStream().transferTo(OutputStream.nullOutputStream());
            case DRIPS -> {
                out.write("250-".getBytes(US_ASCII));
                while (!closed.await(A_DROP_MILLIS, TimeUnit.MILLISECONDS)) {
                    out.write('x');
                }
            }
            case TALKS_FOR_EVER -> {
                byte[] more = "250-and more\r\n".repeat(1000).getBytes(US_ASCII);
                while (!server.isClosed()) {
                    out.write(more);
                }
            }
            default -> out.write((answer + "\r\n").getBytes(UTF_8));
        }
        return true;
    }
}
