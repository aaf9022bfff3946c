package org.foramen.notifier.smtp.socket;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Opens lines to one server.
 *
 * @param connectTimeout for each address of the name
 * @param readTimeout for each answer
 */
public record ServerSockets(String host, int port, Duration connectTimeout, Duration readTimeout) {

    /** All addresses that the name has now. */
    public InetAddress[] addresses() throws UnknownHostException {
        return InetAddress.getAllByName(host);
    }

    /** A line to one of them. */
    public BoundedSocket open(InetAddress address, Deadline deadline) throws IOException {
        BoundedSocket line = new BoundedSocket();
        deadline.watch(line);
        try {
            line.setTcpNoDelay(true); // else each mail on a connection in use waits 40 ms for a delayed ACK
            line.setSoTimeout(millis(readTimeout));
            line.connect(new InetSocketAddress(address, port), millis(connectTimeout));
            return line;
        } catch (IOException | RuntimeException e) {
            line.close();
            throw e;
        }
    }

    /** The same line, encrypted from its start on, by a server that proves its name. */
    public SSLSocket encrypted(Socket line) throws IOException {
        try {
            SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
            SSLSocket encrypted = (SSLSocket) tls.createSocket(line, host, port, true);
            SSLParameters parameters = encrypted.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            encrypted.setSSLParameters(parameters);
            encrypted.startHandshake();
            return encrypted;
        } catch (IOException | RuntimeException e) {
            line.close();
            throw e;
        }
    }

    /** Such as {@code mail.clinic.example:587}. */
    @Override
    public String toString() {
        return host + ":" + port;
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
