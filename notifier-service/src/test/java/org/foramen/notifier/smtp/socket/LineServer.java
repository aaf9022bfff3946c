package org.foramen.notifier.smtp.socket;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers each line that is opened to it on a thread of its own. */
public final class LineServer implements AutoCloseable {

    private final ServerSocket server;
    private final Conversation conversation;
    private final List<Socket> lines = new CopyOnWriteArrayList<>();

    public LineServer(ServerSocket server, Conversation conversation) {
        this.server = server;
        this.conversation = conversation;
        run(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    public boolean isClosed() {
        return server.isClosed();
    }

    /** So many were opened. */
    public int lines() {
        return lines.size();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket line : lines) {
            line.close();
        }
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket line = server.accept();
                lines.add(line);
                run(() -> talk(line));
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void talk(Socket line) {
        try (line) {
            conversation.on(line);
        } catch (IOException e) {
            return; // one of both has hung up
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(Runnable work) {
        Thread thread = new Thread(work, "line-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** What is said on a line, until it ends or one of both hangs up. */
    public interface Conversation {
        void on(Socket line) throws IOException, InterruptedException;
    }
}
