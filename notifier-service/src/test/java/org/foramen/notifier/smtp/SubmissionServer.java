package org.foramen.notifier.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.subethamail.smtp.AuthenticationHandler;
import org.subethamail.smtp.AuthenticationHandlerFactory;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that takes mails of one mailbox only, and only with a good token. */
final class SubmissionServer implements AutoCloseable, AuthenticationHandlerFactory {

    private static final Pattern TOKEN = Pattern.compile("(?:user=|n,a=)([^\1,]+),?\1auth=Bearer ([^\1]+)\1\1");
    private static final String WHY_NOT = Base64.getEncoder().encodeToString("{\"status\":\"401\"}".getBytes(UTF_8));

    private final List<String> mechanisms;
    private final String mailbox;
    private final Predicate<String> isGood;
    private final AtomicInteger mails = new AtomicInteger();
    private final AtomicInteger tries = new AtomicInteger();
    private final SMTPServer server;

    SubmissionServer(String mailbox, Predicate<String> isGood, String... mechanisms) {
        this.mailbox = mailbox;
        this.isGood = isGood;
        this.mechanisms = List.of(mechanisms);
        this.server = new SMTPServer.Builder()
                .bindAddress(InetAddress.getLoopbackAddress())
                .port(0)
                .authenticationHandlerFactory(this)
                .requireAuth()
                .messageHandler((context, from, to, data) -> mails.incrementAndGet())
                .build();
        server.start();
    }

    int port() {
        return server.getPortAllocated();
    }

    int mails() {
        return mails.get();
    }

    /** How often somebody tried to sign in. */
    int tries() {
        return tries.get();
    }

    @Override
    public List<String> getAuthenticationMechanisms() {
        return mechanisms;
    }

    @Override
    public AuthenticationHandler create() {
        return new Bearer();
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Bearer implements AuthenticationHandler {

        private boolean isRefused;

        @Override
        public Optional<String> auth(String line, MessageContext context) throws RejectException {
            if (isRefused) {
                isRefused = false;
                throw new RejectException(535, "5.7.8 Authentication failed");
            }
            if (line.startsWith("AUTH ") && line.split(" ").length == 2) {
                return Optional.of("334 ");
            }
            tries.incrementAndGet();
            String response = line.substring(line.lastIndexOf(' ') + 1);
            Matcher read = TOKEN.matcher(new String(Base64.getDecoder().decode(response), UTF_8));
            if (read.matches() && read.group(1).equals(mailbox) && isGood.test(read.group(2))) {
                return Optional.empty();
            }
            isRefused = true;
            return Optional.of("334 " + WHY_NOT);
        }

        @Override
        public Object getIdentity() {
            return mailbox;
        }
    }
}
