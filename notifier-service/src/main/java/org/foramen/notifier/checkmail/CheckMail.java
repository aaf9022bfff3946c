package org.foramen.notifier.checkmail;

import java.io.PrintStream;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.foramen.content.ClinicContent;
import org.foramen.notifier.message.Mail;
import org.foramen.notifier.message.template.MailTemplates.Written;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.smtp.MailServerAway;
import org.foramen.notifier.smtp.MimeMessages;
import org.foramen.notifier.smtp.Outcome;
import org.foramen.notifier.smtp.SmtpCourier;
import org.foramen.notifier.smtp.SmtpServer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The command {@code check-mail}: tries the mail server as a mail would, and says a sentence on each step. */
public final class CheckMail {

    public static final String COMMAND = "check-mail";

    private final SmtpServer server;
    private final SmtpCourier courier;
    private final DomainRecords records;
    private final PrintStream out;

    CheckMail(SmtpServer server, SmtpCourier courier, DomainRecords records, PrintStream out) {
        this.server = server;
        this.courier = courier;
        this.records = records;
        this.out = out;
    }

    /**
     * Runs it with the settings of the notifier.
     *
     * @param args {@code check-mail}, then the address that a mail is sent to; without one none is sent
     * @return true when mails can be handed over
     */
    public static boolean run(String[] args, PrintStream out) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Needs.class)
                .web(WebApplicationType.NONE)
                .run(args)) {
            ClinicContent content =
                    ClinicContent.load(context.getBean(NotifierSettings.class).content());
            SmtpCourier courier = context.getBean(SmtpCourier.class);
            CheckMail check = new CheckMail(context.getBean(SmtpServer.class), courier, DomainRecords.online(), out);
            return check.check(content.clinic().from(), args.length > 1 ? args[1] : "");
        }
    }

    /** @param to nothing: no mail is sent */
    boolean check(String from, String to) {
        boolean works = connects() && (to.isEmpty() || sends(from, to));
        records.sentences(from.substring(from.indexOf('@') + 1)).forEach(out::println);
        return works;
    }

    private boolean connects() {
        out.println("Mail server: " + server);
        try {
            SmtpCourier.ServerFacts facts = courier.look();
            out.println(facts.encrypted() ? "TLS: the line is encrypted." : "TLS: the line is not encrypted.");
            out.println("Sign-ins offered: " + (facts.signIns() == null ? "none." : facts.signIns()));
            out.println(facts.signedIn() ? "Sign-in: taken." : "Sign-in: none is set.");
            out.println("Biggest mail: " + (facts.size() == null ? "not said." : facts.size() + " bytes"));
            out.println(facts.reports() ? "Delivery reports: can be asked for." : "Delivery reports: not offered.");
            return true;
        } catch (MailServerAway e) {
            out.println("No mail can be handed over: " + e.getMessage() + ".");
            return false;
        }
    }

    private boolean sends(String from, String to) {
        Mail mail = new Mail(
                from,
                "Web inquiries",
                to,
                from,
                "A test of the clinic's mail",
                Instant.now(),
                Map.of("Auto-Submitted", "auto-generated"),
                new Written(
                        "This mail shows that the website's mails leave the house.\n",
                        "<p>This mail shows that the website's mails leave the house.</p>"));
        String id = "<" + UUID.randomUUID() + from.substring(from.indexOf('@')) + ">";
        Outcome outcome = courier.send(MimeMessages.of(mail, server, id, null));
        out.println("Test mail: " + outcome.fold(new Sentence()));
        return outcome instanceof Outcome.Sent;
    }

    /** What became of the test mail. */
    private static final class Sentence implements Outcome.Visitor<String> {

        @Override
        public String sent(Outcome.Sent sent) {
            return "taken. Look whether it arrives, and whether it is in the spam folder.";
        }

        @Override
        public String temporary(Outcome.Temporary temporary) {
            return "not taken now " + temporary.reply() + ".";
        }

        @Override
        public String refused(Outcome.Refused refused) {
            return "the address is refused " + refused.reply() + ".";
        }

        @Override
        public String unacceptable(Outcome.Unacceptable unacceptable) {
            return unacceptable.fault().words() + " " + unacceptable.reply() + ".";
        }

        @Override
        public String againstUs(Outcome.AgainstUs againstUs) {
            return againstUs.why() + " " + againstUs.reply() + ".";
        }

        @Override
        public String unavailable(Outcome.Unavailable unavailable) {
            return unavailable.why() + ".";
        }

        @Override
        public String unknown(Outcome.Unknown unknown) {
            return "handed over, and the server hung up before its answer.";
        }
    }

    /** What the command is made of: the mail server, and neither Kafka nor ledger. */
    @EnableConfigurationProperties({NotifierSettings.class, MailProperties.class})
    @Import({SmtpServer.class, SmtpCourier.class})
    static class Needs {}
}
