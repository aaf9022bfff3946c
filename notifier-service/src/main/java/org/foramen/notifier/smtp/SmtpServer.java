package org.foramen.notifier.smtp;

import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.foramen.base.SettingRefused;
import org.foramen.notifier.settings.NotifierSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * The mail server, as Spring's {@code spring.mail.*} names it. TLS with a checked host name is a must unless the server is
 * this machine or the settings allow otherwise.
 */
@Component
public class SmtpServer {

    private static final int SMTP = 25;
    private static final int SMTPS = 465;
    private static final String STARTTLS_REQUIRED = "mail.smtp.starttls.required";

    private final boolean production;
    private final NotifierSettings.Smtp settings;
    private final String host;
    private final int port;
    private final boolean implicitTls;
    private final Session session;

    SmtpServer(MailProperties server, NotifierSettings settings) {
        this.production = settings.production();
        this.settings = settings.smtp();
        this.host = server.getHost() == null ? "localhost" : server.getHost();
        this.port = server.getPort() == null ? SMTP : server.getPort();
        this.implicitTls = port == SMTPS || "smtps".equals(server.getProtocol());
        this.session = Session.getInstance(properties(server), signIn(server));
    }

    Session session() {
        return session;
    }

    /** Opens a connection, greets and signs in. */
    SmtpConnection connect() throws MessagingException {
        Socket line = new Socket();
        try {
            line.setTcpNoDelay(true); // else each mail on a connection in use waits 40 ms for a delayed ACK
            line.setSoTimeout(millis(settings.readTimeout()));
            line.connect(new InetSocketAddress(host, port), millis(settings.connectTimeout()));
            Socket socket = implicitTls ? secured(line) : line;
            SmtpConnection connection = new SmtpConnection(session, line, socket, settings.finalTimeout());
            connection.connect(socket);
            return connection;
        } catch (IOException e) {
            close(line, e);
            throw new MessagingException("no connection", e);
        } catch (MessagingException | RuntimeException e) {
            close(line, e);
            throw e;
        }
    }

    private static void close(Socket line, Exception because) {
        try {
            line.close();
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    private Socket secured(Socket line) throws IOException {
        SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket secured = (SSLSocket) tls.createSocket(line, host, port, true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private Properties properties(MailProperties server) {
        boolean isElsewhere = isElsewhere(host);
        if (production && settings.allowPlaintext() && isElsewhere) {
            throw new SettingRefused(
                    "In production mode mail must not pass in the clear: take FORAMEN_SMTP_ALLOW_PLAINTEXT away.");
        }
        boolean needsTls = !implicitTls && !settings.allowPlaintext() && isElsewhere;
        Properties properties = new Properties();
        properties.put("mail.smtp.host", host);
        properties.put("mail.smtp.auth", String.valueOf(StringUtils.hasText(server.getUsername())));
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put("mail.smtp.quitwait", "false"); // a slow goodbye must not turn a sent mail into a failure
        properties.putAll(server.getProperties());
        boolean wantsTls = Boolean.parseBoolean(properties.getProperty(STARTTLS_REQUIRED));
        properties.put(STARTTLS_REQUIRED, String.valueOf(needsTls || wantsTls));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.allow8bitmime", "false"); // it would change the Message-ID
        properties.put("mail.smtp.chunksize", "-1"); // BDAT would pass by what knows how far a mail got
        return properties;
    }

    /** True unless it is this machine; a name that is not known yet may be anywhere. */
    private static boolean isElsewhere(String host) {
        try {
            return !InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return true;
        }
    }

    private static @Nullable Authenticator signIn(MailProperties server) {
        if (!StringUtils.hasText(server.getUsername())) {
            return null;
        }
        PasswordAuthentication signIn = new PasswordAuthentication(server.getUsername(), server.getPassword());
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return signIn;
            }
        };
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
