package org.foramen.notifier.imap;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import javax.net.SocketFactory;
import org.foramen.notifier.smtp.socket.BoundedSocket;

/**
 * The lines to a mailbox's server, one for each folder that is open, so that all of them can be cut from outside. Before the
 * sign-in anybody on the way may speak, and an answer without end would fill the memory.
 */
final class ImapLines extends SocketFactory implements Closeable {

    private final List<Socket> open = new ArrayList<>();
    private final List<BoundedSocket> strangers = new ArrayList<>();
    private boolean cut;

    /** @throws UncheckedIOException when it is cut already and does not close */
    synchronized void add(Socket line) {
        open.add(line);
        if (cut) {
            close(line);
        }
    }

    synchronized void signedIn() {
        strangers.forEach(BoundedSocket::unbounded);
    }

    @Override
    public synchronized void close() {
        cut = true;
        open.forEach(ImapLines::close);
    }

    private static void close(Socket line) {
        try {
            line.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a socket did not close", e);
        }
    }

    @Override
    public synchronized Socket createSocket() {
        BoundedSocket line = new BoundedSocket();
        strangers.add(line);
        add(line);
        return line;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress address, int port) throws IOException {
        return connected(new InetSocketAddress(address, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress from, int fromPort) throws IOException {
        return connected(new InetSocketAddress(address, port));
    }

    private Socket connected(InetSocketAddress there) throws IOException {
        Socket line = createSocket();
        line.connect(there);
        return line;
    }
}
