package org.foramen.benchmarks.instrument;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A mail server that takes every mail, counts it and forgets it, on one thread. It announces what postfix does but for
 * STARTTLS, DSN and CHUNKING, and can keep the answer to a mail's final dot back for some time, as a server that scans does.
 */
public final class SmtpSink implements AutoCloseable {

    private final int port = Ports.free();
    private final Inbox inbox;
    private final AtomicLong mails = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final ByteBuffer buffer = ByteBuffer.allocate(256 * 1024);
    private final Queue<SmtpTalk> late = new ArrayDeque<>();
    private final Selector selector;
    private final Thread thread;
    private volatile long delayNanos;
    private volatile boolean isUp = true;
    private volatile boolean isClosed;

    /** Counts only. */
    public SmtpSink(Duration delay) {
        this(delay, (head, nanoTime) -> {});
    }

    /** @param delay between a mail's final dot and the answer */
    public SmtpSink(Duration delay, Inbox inbox) {
        setDelay(delay);
        this.inbox = inbox;
        ServerSocketChannel first;
        try {
            selector = Selector.open();
            first = listen();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread = new Thread(() -> run(first), "smtp-sink");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return port;
    }

    /** How many mails it has said yes to. */
    public long mails() {
        return mails.get();
    }

    /** How many bytes came in, envelopes included. */
    public long bytes() {
        return bytes.get();
    }

    /** @param delay between a mail's final dot and the answer, for all mails from now on */
    public void setDelay(Duration delay) {
        delayNanos = delay.toNanos();
    }

    /** Breaks all connections and takes no new ones until it is told otherwise. */
    public void setUp(boolean up) {
        isUp = up;
        selector.wakeup();
    }

    @Override
    public void close() {
        isClosed = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(ServerSocketChannel first) {
        try (selector) {
            serve(first);
            while (!isClosed) {
                if (isUp) {
                    serve(listen());
                } else {
                    selector.select(100);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ServerSocketChannel listen() throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
        return server;
    }

    private void serve(ServerSocketChannel listening) throws IOException {
        try (ServerSocketChannel server = listening) {
            server.configureBlocking(false);
            server.register(selector, SelectionKey.OP_ACCEPT);
            while (isUp && !isClosed) {
                selector.select(key -> on(key, server), waitMillis());
                answerLate();
            }
        }
        late.clear();
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.selectNow();
    }

    private long waitMillis() {
        SmtpTalk next = late.peek();
        return next == null ? 100 : Math.max(1, (next.answerAt() - System.nanoTime() + 999_999) / 1_000_000);
    }

    private void answerLate() {
        for (SmtpTalk next = late.peek(); next != null && next.answerAt() <= System.nanoTime(); next = late.peek()) {
            late.remove();
            mails.incrementAndGet();
            next.answerMail();
        }
    }

    private void on(SelectionKey key, ServerSocketChannel server) {
        try {
            if (key.isAcceptable()) {
                SocketChannel client = server.accept();
                client.configureBlocking(false);
                client.setOption(StandardSocketOptions.TCP_NODELAY, true);
                client.register(selector, SelectionKey.OP_READ, new SmtpTalk(client));
            } else {
                read((SmtpTalk) key.attachment(), (SocketChannel) key.channel());
            }
        } catch (IOException e) {
            closeQuietly(key);
        }
    }

    private void read(SmtpTalk talk, SocketChannel client) throws IOException {
        buffer.clear();
        int count = client.read(buffer);
        if (count < 0) {
            client.close();
            return;
        }
        bytes.addAndGet(count);
        boolean ended = talk.hear(buffer.array(), count);
        if (ended) {
            long now = System.nanoTime();
            inbox.received(talk.head(), now);
            if (delayNanos == 0) {
                mails.incrementAndGet();
                talk.answerMail();
            } else {
                talk.answerAt(now + delayNanos);
                late.add(talk);
            }
        }
    }

    private static void closeQuietly(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is told of each mail as it comes in. */
    public interface Inbox {

        /** @param head the first bytes of the mail, its header among them */
        void received(String head, long nanoTime);
    }
}
