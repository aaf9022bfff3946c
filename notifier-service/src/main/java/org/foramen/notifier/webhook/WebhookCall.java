package org.foramen.notifier.webhook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.settings.WebhookSettings;
import org.foramen.notifier.settings.WebhookTarget;
import org.foramen.notifier.smtp.socket.Deadline;
import org.foramen.notifier.smtp.socket.Deadlines;
import org.foramen.notifier.smtp.socket.ServerSockets;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * One POST over a line of its own. It is spoken by hand because the address that was looked at must be the one that is connected
 * to, and the JDK's clients look names up themselves: between two look-ups a name can come to mean a machine of ours. Redirects
 * are answers like others; an answer's body is not read.
 */
@Component
class WebhookCall implements DisposableBean {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");

    private final WebhookSettings settings;
    private final Deadlines deadlines;

    WebhookCall(NotifierSettings settings) {
        this.settings = settings.webhooks();
        this.deadlines = new Deadlines(settings.webhooks().timeout());
    }

    /**
     * Says with which status the target answers.
     *
     * @throws TargetRefused when it is not to be spoken to; nothing was sent
     * @throws IOException when no answer came in time
     */
    int post(WebhookTarget target, Map<String, String> headers, byte[] body) throws IOException {
        if (!target.isEncrypted() && !settings.allowPlaintext()) {
            throw TargetRefused.address("no TLS");
        }
        return post(target, sockets(target).addresses(), headers, body);
    }

    /** @param addresses those that the name has now; the name is not looked up again */
    int post(WebhookTarget target, InetAddress[] addresses, Map<String, String> headers, byte[] body)
            throws IOException {
        try (Deadline deadline = deadlines.begin();
                Socket line = connect(target, addresses, deadline)) {
            OutputStream out = line.getOutputStream();
            out.write(head(target.url(), headers, body.length).getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            out.flush();
            return status(line.getInputStream());
        }
    }

    private Socket connect(WebhookTarget target, InetAddress[] addresses, Deadline deadline) throws IOException {
        ServerSockets sockets = sockets(target);
        IOException why = TargetRefused.address("private address");
        for (InetAddress address : addresses) {
            if (settings.allowPrivate() || PublicAddresses.isOne(address)) {
                try {
                    Socket line = sockets.open(address, deadline);
                    return target.isEncrypted() ? sockets.encrypted(line) : line;
                } catch (SSLException e) {
                    why = TargetRefused.tls(e);
                } catch (IOException e) {
                    why = e;
                }
            }
        }
        throw why;
    }

    private ServerSockets sockets(WebhookTarget target) {
        return new ServerSockets(target.url().getHost(), port(target), settings.timeout(), settings.timeout());
    }

    private static int port(WebhookTarget target) {
        int port = target.url().getPort();
        return port > 0 ? port : target.isEncrypted() ? 443 : 80;
    }

    private static String head(URI url, Map<String, String> headers, int length) {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        StringBuilder head = new StringBuilder("POST ")
                .append(path)
                .append(url.getRawQuery() == null ? "" : "?" + url.getRawQuery())
                .append(" HTTP/1.1\r\nHost: ")
                .append(url.getHost())
                .append(url.getPort() > 0 ? ":" + url.getPort() : "")
                .append(
                        "\r\nUser-Agent: Foramen\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: ")
                .append(length);
        headers.forEach(
                (name, value) -> head.append("\r\n").append(name).append(": ").append(value));
        return head.append("\r\n\r\n").toString();
    }

    /** Behind those that say that the answer comes later. */
    private static int status(InputStream in) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
        while (true) {
            String line = lines.readLine();
            Matcher said = STATUS.matcher(line == null ? "" : line);
            if (!said.matches()) {
                throw new IOException("no answer in HTTP/1.1");
            }
            int status = Integer.parseInt(said.group(1));
            if (status >= 200) {
                return status;
            }
            while (line != null && !line.isEmpty()) {
                line = lines.readLine();
            }
        }
    }

    @Override
    public void destroy() {
        deadlines.close();
    }
}
