package org.foramen.stack.mail;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLSocket;

/** One client's conversation with the scripted mail server: as much of RFC 5321 as a client needs. */
final class ScriptedConnection {

    private static final String SIGN_INS = "\r\n250-AUTH XOAUTH2 PLAIN\r\n";

    private final ScriptedSmtpServer server;
    private Socket socket;
    private SmtpInput in;
    private OutputStream out;
    private final StringBuilder unsaid = new StringBuilder();
    private final List<String> recipients = new ArrayList<>();
    private String sender = "";
    private String signIn = "";

    ScriptedConnection(ScriptedSmtpServer server, Socket socket) throws IOException {
        this.server = server;
        this.socket = socket;
        socket.setTcpNoDelay(true);
        this.in = new SmtpInput(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /** Returns when it is over; the client, or the end of the server, may cut it at any time. */
    void talk() throws IOException {
        try {
            boolean goesOn = give(SmtpStage.CONNECTION, "");
            while (goesOn) {
                String command = in.line();
                goesOn = command != null && on(command);
            }
            flush();
        } finally {
            socket.close();
        }
    }

    private boolean on(String command) throws IOException {
        String verb = command.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        switch (verb) {
            case "EHLO", "HELO" -> {
                String yes = SmtpStage.GREETING.yes();
                yes = server.wantsSignIn() ? yes.replaceFirst("\r\n", SIGN_INS) : yes;
                return give(
                        server.answer(SmtpStage.GREETING, command),
                        server.offersTls() && !(socket instanceof SSLSocket)
                                ? yes.replaceFirst("\r\n", "\r\n250-STARTTLS\r\n")
                                : yes);
            }
            case "STARTTLS" -> {
                return server.offersTls() ? encrypt() : say("502 5.5.1 unknown");
            }
            case "AUTH" -> {
                return signIn(command);
            }
            case "MAIL" -> {
                if (server.wantsSignIn() && !isStillSignedIn()) {
                    say("530 5.7.57 not signed in");
                    return false;
                }
                sender = address(command);
                recipients.clear();
                return give(SmtpStage.SENDER, sender);
            }
            case "RCPT" -> {
                String recipient = address(command);
                Answer answer = server.answer(SmtpStage.RECIPIENT, recipient);
                if (answer instanceof Answer.Yes) {
                    recipients.add(recipient);
                }
                return give(answer, SmtpStage.RECIPIENT.yes());
            }
            case "DATA" -> {
                return recipients.isEmpty() ? say("503 5.5.1 nobody to send it to") : take();
            }
            case "RSET" -> {
                recipients.clear();
                return say("250 2.0.0 ok");
            }
            case "NOOP" -> {
                return say("250 2.0.0 ok");
            }
            case "QUIT" -> {
                say("221 2.0.0 bye");
                return false;
            }
            default -> {
                return say("502 5.5.1 unknown");
            }
        }
    }

    /** RFC 3207: what was said in the clear is forgotten. */
    private boolean encrypt() throws IOException {
        say("220 2.0.0 go ahead");
        socket = server.encrypted(socket);
        in = new SmtpInput(socket.getInputStream());
        out = socket.getOutputStream();
        return true;
    }

    /** RFC 4954: what is shown stands in the command, or on a line of its own. */
    private boolean signIn(String command) throws IOException {
        String[] words = command.split(" ");
        String shown = words.length > 2 ? words[2] : asked("334 ");
        String secret = new String(Base64.getDecoder().decode(shown), StandardCharsets.UTF_8);
        Answer answer = server.answer(SmtpStage.SIGN_IN, secret);
        signIn = answer instanceof Answer.Yes ? secret : "";
        return give(answer, SmtpStage.SIGN_IN.yes());
    }

    private String asked(String question) throws IOException {
        say(question);
        return Objects.requireNonNullElse(in.line(), "");
    }

    private boolean isStillSignedIn() {
        return !signIn.isEmpty() && server.answer(SmtpStage.STILL_SIGNED_IN, signIn) instanceof Answer.Yes;
    }

    private boolean take() throws IOException {
        Answer first = server.answer(SmtpStage.DATA, sender);
        boolean goesOn = give(first, SmtpStage.DATA.yes());
        if (!(first instanceof Answer.Yes)) {
            return goesOn;
        }
        Optional<byte[]> bytes = in.mail();
        if (bytes.isEmpty()) {
            return say("552 5.3.4 larger than announced");
        }
        ReceivedMail mail = ReceivedMail.of(sender, recipients, Instant.now(), bytes.get());
        Answer answer = server.answer(mail);
        if (answer instanceof Answer.Yes yes) {
            yes.await();
            server.take(mail.at(Instant.now(), true));
            return say("250 2.0.0 taken");
        }
        if (answer instanceof Answer.TakeAndHangUp || answer instanceof Answer.TakeAndStall) {
            server.take(mail.at(mail.at(), false));
        }
        return give(answer, "");
    }

    private boolean give(SmtpStage phase, String words) throws IOException {
        return give(server.answer(phase, words), phase.yes());
    }

    /** False when the conversation is over. */
    private boolean give(Answer answer, String yesLine) throws IOException {
        if (answer instanceof Answer.Yes yes) {
            yes.await();
            return say(yesLine);
        } else if (answer instanceof Answer.Reply reply) {
            return say(reply.line()) && !reply.line().startsWith("421");
        } else if (answer instanceof Answer.Stall || answer instanceof Answer.TakeAndStall) {
            flush();
            in.drain();
        }
        return false;
    }

    /** Always true. Answers to commands that came together go out together. */
    private boolean say(String line) throws IOException {
        unsaid.append(line).append("\r\n");
        if (!in.hasMore()) {
            flush();
        }
        return true;
    }

    private void flush() throws IOException {
        out.write(unsaid.toString().getBytes(StandardCharsets.US_ASCII));
        unsaid.setLength(0);
    }

    private static String address(String command) {
        return command.substring(command.indexOf('<') + 1, command.indexOf('>'));
    }
}
