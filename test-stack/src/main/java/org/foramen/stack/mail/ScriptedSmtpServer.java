package org.foramen.stack.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that misbehaves as told. A mail is recorded at the moment that the server takes it, before its answer.
 * A plain socket server, for libraries will not hang up after the final dot.
 */
public final class ScriptedSmtpServer implements AutoCloseable {

    private final List<ReceivedMail> mails = new ArrayList<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger misdeeds = new AtomicInteger();
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final ExecutorService threads = Executors.newCachedThreadPool(ScriptedSmtpServer::thread);
    private volatile int port;
    private volatile @Nullable ServerSocket listener;
    private volatile @Nullable SSLSocketFactory tls;
    private volatile Kept kept = Kept.WHOLE;
    private volatile Map<SmtpStage, Function<String, Answer>> scripts = Map.of();
    private volatile Function<ReceivedMail, Answer> onMail = mail -> Answer.yes();

    /** @param port where it will listen, 0 for any free one */
    public ScriptedSmtpServer(int port) {
        this.port = port;
    }

    public int port() {
        return port;
    }

    /** Says yes to everyone. */
    public void behave() {
        scripts = Map.of();
        onMail = mail -> Answer.yes();
    }

    /** @param script gets what was said: an address, or else the whole command */
    public synchronized void on(SmtpStage phase, Function<String, Answer> script) {
        Map<SmtpStage, Function<String, Answer>> changed = new EnumMap<>(SmtpStage.class);
        changed.putAll(scripts);
        changed.put(phase, script);
        scripts = changed;
    }

    /** What it answers to the final dot. */
    public void onMail(Function<ReceivedMail, Answer> script) {
        onMail = script;
    }

    /** How much of the mails to come is remembered. */
    public void keep(Kept much) {
        kept = much;
    }

    /** Offers STARTTLS from now on, with a key that it has there. */
    public void offer(SSLContext keys) {
        tls = keys.getSocketFactory();
    }

    /** Begins to listen, unless it does. */
    public void start() {
        if (isRunning()) {
            return;
        }
        try {
            ServerSocket opened = new ServerSocket(port, 1024, InetAddress.getLoopbackAddress());
            port = opened.getLocalPort();
            listener = opened;
            threads.execute(() -> listen(opened));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses connections from now on, and cuts those that are open. */
    public void stop() {
        ServerSocket open = listener;
        if (open != null) {
            close(open);
        }
        connections.forEach(ScriptedSmtpServer::close);
    }

    public boolean isRunning() {
        ServerSocket open = listener;
        return open != null && !open.isClosed();
    }

    /** The mails that it took and remembers, acknowledged or not. */
    public List<ReceivedMail> mails() {
        synchronized (mails) {
            return List.copyOf(mails);
        }
    }

    /** How many mails it took, remembered or not. */
    public long count() {
        return count.get();
    }

    /** How many bytes the mails had that it took. */
    public long bytes() {
        return bytes.get();
    }

    /** How often it did something else than say yes. */
    public int misdeeds() {
        return misdeeds.get();
    }

    @Override
    public void close() {
        stop();
        threads.shutdown();
    }

    boolean offersTls() {
        return tls != null;
    }

    Socket encrypted(Socket clear) throws IOException {
        SSLSocket encrypted = (SSLSocket) Objects.requireNonNull(tls).createSocket(clear, null, port, true);
        encrypted.setUseClientMode(false);
        encrypted.startHandshake();
        return encrypted;
    }

    /** Whether there is a script for it. */
    boolean wantsSignIn() {
        return scripts.containsKey(SmtpStage.SIGN_IN);
    }

    Answer answer(SmtpStage phase, String words) {
        Function<String, Answer> script = scripts.get(phase);
        return script == null ? Answer.yes() : counted(script.apply(words));
    }

    Answer answer(ReceivedMail mail) {
        return counted(onMail.apply(mail));
    }

    void take(ReceivedMail mail) {
        if (kept != Kept.NOTHING) {
            ReceivedMail remembered = kept == Kept.WHOLE ? mail : mail.withoutBody();
            synchronized (mails) {
                mails.add(remembered);
            }
        }
        bytes.addAndGet(mail.bytes().length);
        count.incrementAndGet();
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
                Socket connection = opened.accept();
                connections.add(connection);
                threads.execute(() -> talk(connection));
                if (opened.isClosed()) {
                    close(connection);
                }
            } catch (IOException e) {
                close(opened);
            }
        }
    }

    private void talk(Socket connection) {
        try {
            new ScriptedConnection(this, connection).talk();
        } catch (IOException e) {
            close(connection); // the client, or stop(), cut it
        } finally {
            connections.remove(connection);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "smtp");
        thread.setDaemon(true);
        return thread;
    }

    private static void close(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception e) {
            throw new IllegalStateException("a socket did not close", e);
        }
    }
}
