package org.foramen.benchmarks.instrument;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection's talk with the sink. */
final class SmtpTalk {

    private static final String CAN = "250-sink\r\n250-PIPELINING\r\n250-SIZE 10240000\r\n"
            + "250-ENHANCEDSTATUSCODES\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n";
    private static final int HEAD = 4096;
    private static final String END = "\r\n.\r\n";

    private final SocketChannel client;
    private final StringBuilder line = new StringBuilder();
    private final StringBuilder head = new StringBuilder();
    private String tail = "";
    private boolean inMail;
    private boolean leaving;
    private long answerAt;

    SmtpTalk(SocketChannel client) throws IOException {
        this.client = client;
        say("220 sink ESMTP\r\n");
    }

    /** Takes what came in; true when a mail has ended and wants its answer, after which a client waits. */
    boolean hear(byte[] bytes, int count) throws IOException {
        if (inMail) {
            return hearMail(bytes, count);
        }
        line.append(new String(bytes, 0, count, StandardCharsets.ISO_8859_1));
        StringBuilder answers = new StringBuilder();
        for (int end = line.indexOf("\r\n"); end >= 0; end = line.indexOf("\r\n")) {
            String command = line.substring(0, end).toUpperCase(Locale.ROOT);
            line.delete(0, end + 2);
            answers.append(answer(command));
            if (inMail) {
                break;
            }
        }
        say(answers.toString());
        if (!client.isOpen() || !inMail || line.isEmpty()) {
            return false;
        }
        byte[] begun = line.toString().getBytes(StandardCharsets.ISO_8859_1);
        line.setLength(0);
        return hearMail(begun, begun.length);
    }

    /** The first bytes of the mail that came last. */
    String head() {
        return head.toString();
    }

    long answerAt() {
        return answerAt;
    }

    void answerAt(long nanoTime) {
        answerAt = nanoTime;
    }

    void answerMail() {
        try {
            say("250 2.0.0 Ok: queued\r\n");
        } catch (IOException e) {
            return; // the client went away while it waited
        }
    }

    private boolean hearMail(byte[] bytes, int count) {
        if (head.length() < HEAD) {
            int more = Math.min(count, HEAD - head.length());
            head.append(new String(bytes, 0, more, StandardCharsets.ISO_8859_1));
        }
        int kept = Math.min(count, END.length());
        String last = tail + new String(bytes, count - kept, kept, StandardCharsets.ISO_8859_1);
        tail = last.substring(Math.max(0, last.length() - END.length()));
        boolean ended = tail.equals(END);
        inMail = !ended;
        return ended;
    }

    private String answer(String command) {
        String verb = command.length() < 4 ? command : command.substring(0, 4);
        return switch (verb) {
            case "EHLO", "HELO" -> CAN;
            case "DATA" -> {
                inMail = true;
                head.setLength(0);
                tail = "\r\n";
                yield "354 End data with <CR><LF>.<CR><LF>\r\n";
            }
            case "MAIL" -> "250 2.1.0 Ok\r\n";
            case "RCPT" -> "250 2.1.5 Ok\r\n";
            case "RSET", "NOOP" -> "250 2.0.0 Ok\r\n";
            case "QUIT" -> {
                leaving = true;
                yield "221 2.0.0 Bye\r\n";
            }
            default -> "502 5.5.2 Error: command not recognized\r\n";
        };
    }

    /** The answers are short, and a client that sends nothing more has room for them. */
    private void say(String answers) throws IOException {
        if (!answers.isEmpty()) {
            ByteBuffer out = ByteBuffer.wrap(answers.getBytes(StandardCharsets.ISO_8859_1));
            while (out.hasRemaining()) {
                client.write(out);
            }
        }
        if (leaving) {
            client.close();
        }
    }
}
