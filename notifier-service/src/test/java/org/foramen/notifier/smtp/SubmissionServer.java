package org.foramen.notifier.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.AuthenticationHandler;
import org.subethamail.smtp.AuthenticationHandlerFactory;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that takes mails of one mailbox only, and only with a good token. */
public final class SubmissionServer implements AutoCloseable, AuthenticationHandlerFactory {

    private static final Pattern TOKEN = Pattern.compile("(?:user=|n,a=)([^\1,]+),?\1auth=Bearer ([^\1]+)\1\1");
    private static final String WHY_NOT = Base64.getEncoder().encodeToString("{\"status\":\"401\"}".getBytes(UTF_8));

    private final Terms terms;
    private final List<Taken> mails = new CopyOnWriteArrayList<>();
    private final AtomicInteger tries = new AtomicInteger();
    private final SMTPServer server;
    private volatile Consumer<Taken> onMail = mail -> {};

    SubmissionServer(String mailbox, Predicate<String> isGood, String... mechanisms) {
        this(
                new Terms(mailbox, isGood, "5.7.8 Authentication failed", false, List.of(mechanisms)),
                InetAddress.getLoopbackAddress(),
                0,
                null);
    }

    /** @param tls demanded by STARTTLS before anybody signs in; null: none */
    public SubmissionServer(Terms terms, InetAddress address, int port, SSLContext tls) {
        this.terms = terms;
        SMTPServer.Builder builder = new SMTPServer.Builder()
                .bindAddress(address)
                .port(port)
                .authenticationHandlerFactory(this)
                .requireAuth()
                .messageHandler((context, from, to, data) -> take(from, to, data));
        this.server = (tls == null ? builder : builder.requireTLS().startTlsSocketFactory(tls)).build();
        server.start();
    }

    private void take(String from, String to, byte[] data) throws RejectException {
        if (terms.isStrict() && !from.equals(terms.mailbox())) {
            throw new RejectException(554, "5.2.252 SendAsDenied; not allowed to send as this mailbox");
        }
        Taken mail = new Taken(to, new String(data, UTF_8));
        onMail.accept(mail);
        mails.add(mail);
    }

    public int port() {
        return server.getPortAllocated();
    }

    /** What is done with each mail before it is taken. */
    public void onMail(Consumer<Taken> work) {
        onMail = work;
    }

    /** What it took. */
    public List<Taken> taken() {
        return mails;
    }

    int mails() {
        return mails.size();
    }

    /** How often somebody tried to sign in. */
    int tries() {
        return tries.get();
    }

    @Override
    public List<String> getAuthenticationMechanisms() {
        return terms.mechanisms();
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
                throw new RejectException(535, terms.refusal());
            }
            if (line.startsWith("AUTH ") && line.split(" ").length == 2) {
                return Optional.of("334 ");
            }
            tries.incrementAndGet();
            String response = line.substring(line.lastIndexOf(' ') + 1);
            Matcher read = TOKEN.matcher(new String(Base64.getDecoder().decode(response), UTF_8));
            if (read.matches()
                    && read.group(1).equals(terms.mailbox())
                    && terms.isGood().test(read.group(2))) {
                return Optional.empty();
            }
            isRefused = true;
            return Optional.of("334 " + WHY_NOT);
        }

        @Override
        public Object getIdentity() {
            return terms.mailbox();
        }
    }

    /** A mail, and whom it is for. */
    public record Taken(String to, String text) {}

    /**
     * Whom it lets in.
     *
     * @param refusal what it says to others, behind its 535
     * @param isStrict true: mails come from the mailbox that signs in
     */
    public record Terms(
            String mailbox, Predicate<String> isGood, String refusal, boolean isStrict, List<String> mechanisms) {}
}
