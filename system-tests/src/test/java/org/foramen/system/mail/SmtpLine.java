package org.foramen.system.mail;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** One client's connection to the scripted mail server: as much of RFC 5321 as a client needs. */
final class SmtpLine {

    private final ScriptedSmtpServer server;
    private final Socket socket;
    private String recipient = "";

    SmtpLine(ScriptedSmtpServer server, Socket socket) {
        this.server = server;
        this.socket = socket;
    }

    void talk() {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream())) {
            boolean goesOn = give(server.onConnection(), "220 scripted ESMTP", in);
            while (goesOn) {
                String command = line(in);
                goesOn = command != null && on(command, in);
            }
        } catch (IOException e) {
            return; // the client, or stop(), cut the line
        }
    }

    private boolean on(String command, InputStream in) throws IOException {
        String verb = command.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        switch (verb) {
            case "EHLO" -> say("250-scripted\r\n250 ENHANCEDSTATUSCODES");
            case "HELO", "RSET", "NOOP" -> say("250 2.0.0 ok");
            case "MAIL" -> say("250 2.1.0 ok");
            case "RCPT" -> {
                recipient = command.substring(command.indexOf('<') + 1, command.lastIndexOf('>'));
                return give(server.onRecipient(recipient), "250 2.1.5 ok", in);
            }
            case "DATA" -> {
                say("354 go ahead");
                return take(mail(in), in);
            }
            case "QUIT" -> {
                say("221 2.0.0 bye");
                return false;
            }
            default -> say("502 5.5.1 unknown");
        }
        return true;
    }

    private boolean take(byte[] bytes, InputStream in) throws IOException {
        Instant now = Instant.now();
        Answer answer = server.onMail(ReceivedMail.of(recipient, now, false, bytes));
        if (answer instanceof Answer.Yes yes) {
            LockSupport.parkNanos(yes.after().toNanos());
            server.take(ReceivedMail.of(recipient, Instant.now(), true, bytes));
            say("250 2.0.0 taken");
            return true;
        }
        if (answer instanceof Answer.TakeAndHangUp || answer instanceof Answer.TakeAndStall) {
            server.take(ReceivedMail.of(recipient, now, false, bytes));
        }
        return give(answer, "", in);
    }

    /** False when the conversation is over. */
    private boolean give(Answer answer, String yesLine, InputStream in) throws IOException {
        if (answer instanceof Answer.Yes yes) {
            LockSupport.parkNanos(yes.after().toNanos());
            say(yesLine);
            return true;
        } else if (answer instanceof Answer.Reply reply) {
            say(reply.line());
            return !reply.line().startsWith("421");
        } else if (answer instanceof Answer.Stall || answer instanceof Answer.TakeAndStall) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return false;
    }

    private void say(String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] mail(InputStream in) throws IOException {
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        for (String line = line(in); !".".equals(line); line = line(in)) {
            if (line == null) {
                throw new IOException("cut within a mail");
            }
            String text = line.startsWith(".") ? line.substring(1) : line;
            mail.write((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }
        return mail.toByteArray();
    }

    /** The next line without its end; null when the client has hung up. */
    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).replaceAll("\r$", "");
    }
}
