package org.foramen.notifier.smtp.socket;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Consumer;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Encrypts as this JVM does, and remembers the last socket, for the library tells nobody which TLS came of it. */
public final class WatchedSslSocketFactory extends SSLSocketFactory {

    private final Consumer<Socket> watcher;
    private volatile @Nullable SSLSocket last;

    public WatchedSslSocketFactory() {
        this(line -> {});
    }

    /** @param watcher is given each socket before it is connected */
    public WatchedSslSocketFactory(Consumer<Socket> watcher) {
        this.watcher = watcher;
    }

    /** Such as {@code TLSv1.3, TLS_AES_256_GCM_SHA384}; null: nothing was encrypted. */
    public @Nullable String inWords() {
        SSLSocket seen = last;
        return seen == null ? null : inWords(seen.getSession());
    }

    public static String inWords(SSLSession session) {
        return session.getProtocol() + ", " + session.getCipherSuite();
    }

    @Override
    public Socket createSocket() throws IOException {
        return seen(usual().createSocket());
    }

    @Override
    public Socket createSocket(Socket line, String host, int port, boolean autoClose) throws IOException {
        return seen(usual().createSocket(line, host, port, autoClose));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return seen(usual().createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return seen(usual().createSocket(host, port, from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress address, int port) throws IOException {
        return seen(usual().createSocket(address, port));
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress from, int fromPort) throws IOException {
        return seen(usual().createSocket(address, port, from, fromPort));
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return usual().getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return usual().getSupportedCipherSuites();
    }

    private Socket seen(Socket encrypted) {
        watcher.accept(encrypted);
        last = (SSLSocket) encrypted;
        return encrypted;
    }

    private static SSLSocketFactory usual() {
        return (SSLSocketFactory) getDefault();
    }
}
