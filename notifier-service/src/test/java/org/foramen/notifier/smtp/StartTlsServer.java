package org.foramen.notifier.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.icegreen.greenmail.util.DummySSLServerSocketFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.KeyStore;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** A mail server that takes mails over one connection, and encrypts it when asked to, which GreenMail does not. */
final class StartTlsServer implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final List<Received> mails = new CopyOnWriteArrayList<>();
    private final SSLSocketFactory tls = tls();

    StartTlsServer() throws Exception {
        new Thread(this::serve, "starttls-server").start();
    }

    int port() {
        return server.getLocalPort();
    }

    List<Received> mails() {
        return mails;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        try (Socket plain = server.accept()) {
            say(plain, "220 ready");
            if (talk(plain)) {
                SSLSocket secured = (SSLSocket) tls.createSocket(plain, null, true);
                talk(secured);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** True when the line is to be encrypted now. */
    private boolean talk(Socket line) throws IOException {
        BufferedReader commands = new BufferedReader(new InputStreamReader(line.getInputStream(), US_ASCII));
        for (String command = commands.readLine(); command != null; command = commands.readLine()) {
            switch (command.split(" ")[0].toUpperCase(Locale.ROOT)) {
                case "EHLO" -> say(line, "250-here\r\n250 STARTTLS");
                case "STARTTLS" -> {
                    say(line, "220 go on");
                    return true;
                }
                case "DATA" -> {
                    say(line, "354 go on");
                    mails.add(new Received(mail(commands), line instanceof SSLSocket));
                    say(line, "250 taken");
                }
                case "QUIT" -> {
                    say(line, "221 bye");
                    return false;
                }
                default -> say(line, "250 ok");
            }
        }
        return false;
    }

    /** As it was sent, up to the final dot. */
    private static String mail(BufferedReader lines) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = lines.readLine(); !".".equals(line); line = lines.readLine()) {
            mail.append(line).append("\r\n");
        }
        return mail.toString();
    }

    private static void say(Socket line, String answer) throws IOException {
        line.getOutputStream().write((answer + "\r\n").getBytes(US_ASCII));
    }

    private static SSLSocketFactory tls() throws Exception {
        KeyStore keys = new DummySSLServerSocketFactory().getKeyStore();
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context.getSocketFactory();
    }

    /** A mail, with a dot more before each line that begins with one. */
    record Received(String text, boolean isEncrypted) {}
}
