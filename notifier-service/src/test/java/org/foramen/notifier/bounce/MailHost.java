package org.foramen.notifier.bounce;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.foramen.notifier.FreePort;
import org.foramen.notifier.imap.Dovecot;
import org.foramen.notifier.imap.ServerCommand;

/**
 * A host with Debian's Postfix and Dovecot: Postfix takes any mail at first, delivers {@code clinic.example}
 * and {@code neighbour.example} to mailboxes, and hands {@code partner.example} to a far side (itself, on another port) that refuses some; it reports that as it would anywhere.
 */
final class MailHost implements AutoCloseable {

    private static final Path POSTFIX = Path.of("/usr/sbin/postfix");

    private final Path folder;
    private final int smtp = FreePort.at("127.0.0.1");
    private final int farSide = FreePort.at("127.0.0.1");
    private final Dovecot mailboxes = new Dovecot();

    MailHost() {
        try {
            folder = Files.createTempDirectory(
                    Path.of("/tmp"),
                    "mail-host",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
            writePostfix(Files.createDirectories(folder.resolve("postfix")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ServerCommand.run("chown", "postfix", folder.resolve("postfix/data").toString());
        ServerCommand.run(POSTFIX.toString(), "-c", folder.resolve("postfix").toString(), "start");
    }

    static boolean canRun() {
        return Files.isExecutable(POSTFIX) && Dovecot.canRun();
    }

    int smtpPort() {
        return smtp;
    }

    int imapPort() {
        return mailboxes.port();
    }

    @Override
    public void close() {
        ServerCommand.run(POSTFIX.toString(), "-c", folder.resolve("postfix").toString(), "stop");
        mailboxes.close();
        ServerCommand.run("rm", "-rf", folder.toString());
    }

    private void writePostfix(Path postfix) throws IOException {
        Files.createDirectories(postfix.resolve("queue"));
        Files.createDirectories(postfix.resolve("data"));
        Files.writeString(
                postfix.resolve("main.cf"),
                """
                queue_directory = %1$s/queue
                data_directory = %1$s/data
                command_directory = /usr/sbin
                daemon_directory = /usr/lib/postfix/sbin
                mail_owner = postfix
                setgid_group = postdrop
                compatibility_level = 3.6
                myhostname = mx.clinic.example
                mydestination =
                inet_interfaces = loopback-only
                inet_protocols = ipv4
                disable_dns_lookups = yes
                smtp_host_lookup = native
                maillog_file = %1$s/maillog
                maillog_file_prefixes = %1$s
                recipient_delimiter = +
                virtual_mailbox_domains = clinic.example, neighbour.example
                virtual_mailbox_maps = static:x
                virtual_transport = lmtp:inet:127.0.0.1:%2$d
                relay_domains = partner.example
                transport_maps = inline:{ { partner.example = smtp:[127.0.0.1]:%3$d } }
                smtpd_relay_restrictions = permit_mynetworks, reject
                smtpd_reject_unlisted_recipient = no
                delay_warning_time = 3s
                queue_run_delay = 1s
                minimal_backoff_time = 1s
                maximal_backoff_time = 2s
                maximal_queue_lifetime = 12s
                alias_maps =
                alias_database =
                """
                        .formatted(postfix, mailboxes.lmtpPort(), farSide));
        Files.writeString(
                postfix.resolve("partner"),
                """
                gone@partner.example 550 5.1.1 no such mailbox here
                full@partner.example 552 5.2.2 mailbox full
                later@partner.example 450 4.2.1 try again later
                """);
        Files.writeString(
                postfix.resolve("master.cf"),
                """
                127.0.0.1:%1$d inet n - n - - smtpd
                127.0.0.1:%2$d inet n - n - - smtpd
                  -o { smtpd_recipient_restrictions = check_recipient_access texthash:%3$s/partner, permit }
                pickup unix n - n 60 1 pickup
                cleanup unix n - n - 0 cleanup
                qmgr unix n - n 300 1 qmgr
                rewrite unix - - n - - trivial-rewrite
                bounce unix - - n - 0 bounce
                defer unix - - n - 0 bounce
                trace unix - - n - 0 bounce
                verify unix - - n - 1 verify
                flush unix n - n 1000? 0 flush
                proxymap unix - - n - - proxymap
                smtp unix - - n - - smtp
                relay unix - - n - - smtp
                lmtp unix - - n - - lmtp
                error unix - - n - - error
                retry unix - - n - - error
                discard unix - - n - - discard
                anvil unix - - n - 1 anvil
                scache unix - - n - 1 scache
                postlog unix-dgram n - n - 1 postlogd
                """
                        .formatted(smtp, farSide, postfix));
    }
}
