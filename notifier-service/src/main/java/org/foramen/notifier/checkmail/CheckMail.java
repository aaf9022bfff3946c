package org.foramen.notifier.checkmail;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.foramen.base.SettingRefused;
import org.foramen.content.ClinicContent;
import org.foramen.content.file.MailAddress;
import org.foramen.notifier.imap.ImapServer;
import org.foramen.notifier.settings.CommandContext;
import org.foramen.notifier.settings.ImapSettings;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.smtp.MailServerAway;
import org.foramen.notifier.smtp.SmtpCourier;
import org.foramen.notifier.smtp.SmtpServer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The command {@code check-mail}: tries the mail server, and the mailboxes that are read, and says a sentence on each step. */
public final class CheckMail {

    public static final String COMMAND = "check-mail";

    /** What a mail may take from the mail server to a mailbox that we read. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final NotifierSettings settings;
    private final SmtpServer server;
    private final SmtpCourier courier;
    private final TestMails mails;
    private final PrintStream out;

    private CheckMail(NotifierSettings settings, SmtpServer server, SmtpCourier courier, String from, PrintStream out) {
        this.settings = settings;
        this.server = server;
        this.courier = courier;
        this.mails = new TestMails(server, courier, settings.bounces(), from, out);
        this.out = out;
    }

    /**
     * Runs it with the settings of the notifier.
     *
     * @param args {@code check-mail}, then the address that a mail is sent to, without which none is sent, then the selector
     *     of the DKIM key, or the key's whole name
     * @return true when mails can be handed over, and the mailboxes that are set can be read
     */
    public static boolean run(String[] args, PrintStream out) {
        return run(args, PATIENCE, NameServers.ofThisMachine(), out);
    }

    static boolean run(String[] args, Duration patience, TextRecords dns, PrintStream out) {
        List<String> asked = Arrays.stream(args)
                .skip(1)
                .filter(argument -> !argument.startsWith("--"))
                .toList();
        if (asked.size() > 2 || !asked.isEmpty() && !MailAddress.isOne(asked.get(0))) {
            throw new IllegalArgumentException(
                    "it takes the address that a mail is sent to, and after it the selector of the DKIM key.");
        }
        try (ConfigurableApplicationContext context =
                CommandContext.of(Needs.class).run(args)) {
            NotifierSettings settings = context.getBean(NotifierSettings.class);
            String from = ClinicContent.load(settings.content()).clinic().from();
            CheckMail check = new CheckMail(
                    settings, context.getBean(SmtpServer.class), context.getBean(SmtpCourier.class), from, out);
            String to = asked.isEmpty() ? "" : asked.get(0);
            boolean sends = check.sends(to);
            boolean receives = check.receives(sends && !to.isEmpty() ? patience : null);
            String key = asked.size() > 1 ? asked.get(1) : null;
            new DomainRecords(dns)
                    .sentences(SenderDomains.of(from, check.mails.returnPath(), key))
                    .forEach(out::println);
            return sends && receives;
        }
    }

    private boolean sends(String to) {
        boolean sends = connects() && (to.isEmpty() || mails.send(to, mails.newId()));
        if (sends && !to.isEmpty()) {
            out.println("Look whether it arrives, and whether it is in the spam folder.");
        }
        return sends;
    }

    /** @param patience how long a mail to each mailbox is waited for; null: none is sent */
    private boolean receives(@Nullable Duration patience) {
        ImapSettings bounces = settings.bounces().imap();
        boolean works = true;
        if (bounces.isSet()) {
            List<String> kept = List.of(settings.bounces().keptIn());
            works = isUsable("Bounce mailbox", bounces, kept, mails.returnPath(), patience);
        } else {
            out.println("Bounce mailbox: none is set, so nobody learns of a mail that comes back later.");
        }
        ImapSettings canary = settings.canary().imap();
        String address = settings.canary().address();
        return canary.isSet() && address != null
                ? isUsable("Canary's mailbox", canary, List.of(), address, patience) && works
                : works;
    }

    private boolean isUsable(
            String name, ImapSettings mailbox, List<String> others, String address, @Nullable Duration patience) {
        try {
            ImapServer imap = new ImapServer(mailbox, settings.smtp(), server.tokens());
            MailboxCheck check = new MailboxCheck(name, imap, others, out);
            String id = mails.newId();
            return check.isRead()
                    && (patience == null || mails.send(address, id) && check.receives(address, id, patience));
        } catch (SettingRefused e) {
            out.println(name + ": " + e.getMessage());
            return false;
        }
    }

    private boolean connects() {
        out.println("Mail server: " + server);
        try {
            SmtpCourier.ServerFacts facts = courier.look();
            out.println(tls(facts.tls()));
            out.println("Sign-ins offered: " + (facts.signIns() == null ? "none." : facts.signIns()));
            out.println(facts.signedIn() ? "Sign-in: taken." : "Sign-in: none is set.");
            out.println("Biggest mail: " + (facts.size() == null ? "not said." : facts.size() + " bytes"));
            out.println(facts.reports() ? "Delivery reports: can be asked for." : "Delivery reports: not offered.");
            return true;
        } catch (MailServerAway e) {
            if (e.signIns() != null) {
                out.println("Sign-ins offered: " + e.signIns());
            }
            out.println("No mail can be handed over: " + e.getMessage() + ".");
            return false;
        }
    }

    /** @param tls its version and cipher; null: none */
    static String tls(@Nullable String tls) {
        return tls == null ? "TLS: the line is not encrypted." : "TLS: the line is encrypted (" + tls + ").";
    }

    /** What the command is made of: the mail server, and neither Kafka nor ledger. */
    @EnableConfigurationProperties({NotifierSettings.class, MailProperties.class})
    @Import({SmtpServer.class, SmtpCourier.class})
    static class Needs {}
}
