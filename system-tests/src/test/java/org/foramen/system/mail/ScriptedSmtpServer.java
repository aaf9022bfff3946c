package org.foramen.system.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A mail server that misbehaves as told. A mail is recorded at the moment that the server takes it, before its answer.
 * A plain socket server, for libraries will not hang up after the final dot.
 */
public final class ScriptedSmtpServer implements AutoCloseable {

    private final int port;
    private final List<ReceivedMail> mails = new CopyOnWriteArrayList<>();
    private final Set<Socket> lines = ConcurrentHashMap.newKeySet();
    private final AtomicInteger misdeeds = new AtomicInteger();
    private volatile ServerSocket listener;
    private volatile boolean keepsBodies = true;
    private volatile Function<String, Answer> onConnection;
    private volatile Function<String, Answer> onRecipient;
    private volatile Function<ReceivedMail, Answer> onMail;

    public ScriptedSmtpServer(int port) {
        this.port = port;
        behave();
    }

    public int port() {
        return port;
    }

    /** Says yes to everyone. */
    public void behave() {
        onConnection = client -> Answer.yes();
        onRecipient = recipient -> Answer.yes();
        onMail = mail -> Answer.yes();
    }

    public void onConnection(Function<String, Answer> script) {
        onConnection = script;
    }

    public void onRecipient(Function<String, Answer> script) {
        onRecipient = script;
    }

    public void onMail(Function<ReceivedMail, Answer> script) {
        onMail = script;
    }

    /** Whether the mails to come are remembered whole, or by their headers only. */
    public void keepBodies(boolean keep) {
        keepsBodies = keep;
    }

    /** Begins to listen, unless it does. */
    public void start() {
        if (isRunning()) {
            return;
        }
        try {
            ServerSocket opened = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            listener = opened;
            run("smtp", () -> listen(opened));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses connections from now on, and cuts those that are open. */
    public void stop() {
        closeQuietly(listener);
        lines.forEach(ScriptedSmtpServer::closeQuietly);
    }

    public boolean isRunning() {
        return listener != null && !listener.isClosed();
    }

    /** The mails that it took, acknowledged or not. */
    public List<ReceivedMail> mails() {
        return List.copyOf(mails);
    }

    /** How often it did something else than say yes. */
    public int misdeeds() {
        return misdeeds.get();
    }

    @Override
    public void close() {
        stop();
    }

    Answer onConnection() {
        return counted(onConnection.apply("client"));
    }

    Answer onRecipient(String recipient) {
        return counted(onRecipient.apply(recipient));
    }

    Answer onMail(ReceivedMail mail) {
        return counted(onMail.apply(mail));
    }

    void take(ReceivedMail mail) {
        mails.add(keepsBodies ? mail : mail.withoutBody());
    }

    private Answer counted(Answer answer) {
        if (!(answer instanceof Answer.Yes)) {
            misdeeds.incrementAndGet();
        }
        return answer;
    }

    private void listen(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                Socket line = opened.accept();
                lines.add(line);
                run("smtp-line", () -> {
                    new SmtpLine(this, line).talk();
                    lines.remove(line);
                });
            } catch (IOException e) {
                closeQuietly(opened);
            }
        }
    }

    private static void run(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(AutoCloseable open) {
        try {
            if (open != null) {
                open.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("a socket did not close", e);
        }
    }
}
