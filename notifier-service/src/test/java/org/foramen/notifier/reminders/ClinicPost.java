package org.foramen.notifier.reminders;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that can be away for a while, and keeps what it took. */
final class ClinicPost implements AutoCloseable {

    private final List<Letter> letters = new CopyOnWriteArrayList<>();
    private SMTPServer server = server(0);
    private final int port;

    ClinicPost() {
        server.start();
        this.port = server.getPortAllocated();
    }

    int port() {
        return port;
    }

    /** All that it took so far. */
    List<Letter> letters() {
        return letters;
    }

    void goesAway() {
        server.stop();
    }

    void comesBack() {
        server = server(port);
        server.start();
    }

    @Override
    public void close() {
        server.stop();
    }

    private SMTPServer server(int at) {
        return new SMTPServer.Builder()
                .bindAddress(InetAddress.getLoopbackAddress())
                .port(at)
                .messageHandler((context, from, to, data) -> letters.add(Letter.read(to, data)))
                .build();
    }

    /**
     * One mail.
     *
     * @param name its Message-ID up to the at sign, such as {@code digest-2026-11-27.notice}
     */
    record Letter(String name, String to, String text) {

        static Letter read(String to, byte[] data) {
            try {
                MimeMessage mail = new MimeMessage(null, new ByteArrayInputStream(data));
                return new Letter(
                        mail.getMessageID().replaceAll("^<|@.*$", ""), to, mail.getSubject() + "\n" + text(mail));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (MessagingException e) {
                throw new IllegalArgumentException(e);
            }
        }

        private static @Nullable String text(Part part) throws MessagingException, IOException {
            if (part.isMimeType("text/plain")) {
                return part.getContent().toString();
            }
            if (part.getContent() instanceof Multipart parts) {
                for (int index = 0; index < parts.getCount(); index++) {
                    BodyPart one = parts.getBodyPart(index);
                    String text = text(one);
                    if (text != null) {
                        return text;
                    }
                }
            }
            return null;
        }
    }
}
