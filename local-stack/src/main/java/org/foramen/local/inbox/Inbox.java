package org.foramen.local.inbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.foramen.stack.mail.Answer;
import org.foramen.stack.mail.Kept;
import org.foramen.stack.mail.PersonalMailbox;
import org.foramen.stack.mail.ReceivedMail;
import org.foramen.stack.mail.ScriptedSmtpServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A mail server that delivers everything to one folder, and a page on that folder; what is for the canary goes to a mailbox of its
 * own, which is read by IMAP. All for this machine only.
 */
public final class Inbox implements AutoCloseable {

    /** Whose mails stand on no page. */
    public static final String CANARY = "canary@inbox.example";

    private static final Logger log = LoggerFactory.getLogger(Inbox.class);
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final ScriptedSmtpServer smtp;
    private final HttpServer web;
    private final PersonalMailbox canary;
    private final ExecutorService workers = Executors.newFixedThreadPool(4);

    private Inbox(ScriptedSmtpServer smtp, HttpServer web, PersonalMailbox canary) {
        this.smtp = smtp;
        this.web = web;
        this.canary = canary;
    }

    /**
     * Returns when mails are taken and shown.
     *
     * @param smtpPort where mails are taken, 0 for any free port
     * @param webPort where they are shown, 0 for any free port
     * @param imapPort where the canary's are read, 0 for any free port
     */
    public static Inbox start(Path folder, int smtpPort, int webPort, int imapPort) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        MailFolder mails = new MailFolder(folder, Clock.systemUTC());
        InboxPages pages = new InboxPages(mails);
        HttpServer web = HttpServer.create(new InetSocketAddress(loopback, webPort), 0);
        ScriptedSmtpServer smtp = new ScriptedSmtpServer(smtpPort);
        smtp.keep(Kept.NOTHING);
        PersonalMailbox canary = new PersonalMailbox(imapPort, CANARY);
        smtp.onMail(mail -> answer(mail, mails, canary));
        Inbox inbox = new Inbox(smtp, web, canary);
        web.createContext("/", exchange -> answer(exchange, pages));
        web.setExecutor(inbox.workers);
        try {
            smtp.start();
        } catch (RuntimeException e) {
            inbox.close();
            throw e;
        }
        web.start();
        return inbox;
    }

    public int smtpPort() {
        return smtp.port();
    }

    public int webPort() {
        return web.getAddress().getPort();
    }

    public int imapPort() {
        return canary.port();
    }

    @Override
    public void close() {
        smtp.close();
        canary.close();
        web.stop(0);
        workers.shutdown();
    }

    /** Yes only when the mail is stored. */
    private static Answer answer(ReceivedMail mail, MailFolder mails, PersonalMailbox canary) {
        try {
            if (mail.recipient().equals(canary.address())) {
                canary.deliver(mail.bytes());
            } else {
                mails.store(mail);
            }
            return Answer.yes();
        } catch (IOException e) {
            log.error("Cannot store a mail", e);
            return new Answer.Reply("452 4.3.1 The mail cannot be stored");
        }
    }

    private static void answer(HttpExchange exchange, InboxPages pages) throws IOException {
        try (exchange) {
            PageResponse response = response(exchange, pages);
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            response.headers().forEach(exchange.getResponseHeaders()::set);
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(response.status(), head ? -1 : response.body().length);
            if (!head) {
                exchange.getResponseBody().write(response.body());
            }
        }
    }

    private static PageResponse response(HttpExchange exchange, InboxPages pages) {
        String host = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Host"), "");
        if (!THIS_MACHINE.contains(host.replaceFirst(":\\d+$", ""))) {
            return PageResponse.problem(421, "The inbox is shown at http://localhost only.");
        }
        if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
            return PageResponse.problem(405, "The inbox can only be read.").with("Allow", "GET, HEAD");
        }
        try {
            String query = Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), "");
            return pages.at(exchange.getRequestURI().getPath(), query);
        } catch (IOException e) {
            log.error("Cannot show {}", exchange.getRequestURI().getPath(), e);
            return PageResponse.problem(500, "This mail cannot be shown; its file may not be a mail.");
        }
    }
}
