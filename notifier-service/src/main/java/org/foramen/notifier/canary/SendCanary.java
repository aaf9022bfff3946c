package org.foramen.notifier.canary;

import static java.util.Objects.requireNonNull;

import jakarta.mail.MessagingException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.foramen.base.SettingRefused;
import org.foramen.base.time.Wait;
import org.foramen.contract.InquiryId;
import org.foramen.notifier.delivery.Subject;
import org.foramen.notifier.imap.ImapMailbox;
import org.foramen.notifier.imap.ImapServer;
import org.foramen.notifier.settings.CanarySettings;
import org.foramen.notifier.settings.CommandContext;
import org.foramen.notifier.settings.NotifierSettings;
import org.foramen.notifier.smtp.SmtpServer;
import org.foramen.notifier.topic.OpeningKeys;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The command {@code canary}: sends one inquiry of our own through the whole way, and waits for it at its mailbox. */
public final class SendCanary {

    public static final String COMMAND = "canary";

    private static final Duration LOOK = Duration.ofMillis(500);

    private final CanarySettings settings;
    private final CanaryMark mark;
    private final ImapServer mailbox;
    private final PrintStream out;

    private SendCanary(CanarySettings settings, CanaryMark mark, ImapServer mailbox, PrintStream out) {
        this.settings = settings;
        this.mark = mark;
        this.mailbox = mailbox;
        this.out = out;
    }

    /**
     * Runs it with the settings of the notifier, which has to run beside it.
     *
     * @return true when it has arrived
     */
    public static boolean run(String[] args, PrintStream out) {
        if (new DefaultApplicationArguments(args).getNonOptionArgs().size() > 1) {
            throw new IllegalArgumentException("it takes options only.");
        }
        try (ConfigurableApplicationContext context =
                CommandContext.of(Needs.class).run(args)) {
            NotifierSettings all = context.getBean(NotifierSettings.class);
            all.canary().requireWay();
            ImapServer mailbox = new ImapServer(
                    all.canary().imap(),
                    all.smtp(),
                    context.getBean(SmtpServer.class).tokens());
            return new SendCanary(all.canary(), context.getBean(CanaryMark.class), mailbox, out).flies();
        } catch (SettingRefused e) {
            out.println(e.getMessage());
        } catch (MessagingException e) {
            out.println("Its mailbox cannot be read: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private boolean flies() throws InterruptedException, MessagingException {
        String address = requireNonNull(settings.address());
        Instant begun = Instant.now();
        InquiryId id = new IntakeClient(requireNonNull(settings.intake()), settings.clientKey())
                .enter(address, mark.message(address))
                .orElse(null);
        if (id == null) {
            out.println("The intake at " + settings.intake() + " did not take it.");
            return false;
        }
        out.println("Taken by the intake as " + id.reference() + ".");
        String mail = new Subject.Canary(id).wireName();
        Wait end = Wait.of(settings.within());
        while (!end.isOver()) {
            if (isThere(mail)) {
                out.println(String.format(Locale.ROOT, "In the mailbox after %.1f s.", secondsSince(begun)));
                return true;
            }
            Thread.sleep(LOOK.toMillis());
        }
        out.println(String.format(
                Locale.ROOT,
                "Not in the mailbox after %.0f s: what became of %s stands in the notifier's log.",
                secondsSince(begun),
                mail));
        return false;
    }

    private boolean isThere(String mail) throws MessagingException {
        try (ImapMailbox open = mailbox.open()) {
            return open.take(mail);
        }
    }

    private static double secondsSince(Instant begun) {
        return Duration.between(begun, Instant.now()).toMillis() / 1000.0;
    }

    /** What the command is made of: the clinic's key and the way to the mailbox, and neither Kafka nor ledger. */
    @EnableConfigurationProperties({NotifierSettings.class, MailProperties.class})
    @Import({OpeningKeys.class, SmtpServer.class, CanaryMark.class})
    static class Needs {}
}
